"""What notices ask: 选择题 and 报名, set up in private, answered in the groups, closed by the clock."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from bot.sandbox import Person
from tests.journeys.seeing import buttons
from tests.town import COMPOUND, Town


async def drafted(wang: Person, text: str) -> None:
    """A draft to the whole compound, about to ask something."""
    await wang.says("/notice")
    await wang.says(text)
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("问问大家")


def toast(press: object) -> str:
    """What a press was answered with."""
    answer = getattr(press, "toast", None)
    assert answer is not None
    return str(answer.text)


async def test_a_poll_is_answered_without_a_name_changed_and_shown_when_it_closes(town: Town) -> None:
    wang, mei, lin = await town.coordinator(), await town.resident("梅阿姨"), await town.resident("林伯")
    group = await town.building_group(mei, lin)
    other = await town.building_group(mei, building="1号楼")
    await drafted(wang, "什么时候开会？")
    await wang.presses("选择题")
    await wang.says("只有一个")
    assert wang.sees("请发 2 到 10 个选项")
    await wang.says("周六上午\n周日晚上")
    await wang.presses("每人一次")
    await wang.presses("返回")
    await wang.presses("发送")
    assert mei.sees("每人算一次", in_=group)
    options = mei.last(group)
    assert "记下了：周六上午" in toast(await mei.presses("周六上午", in_=group))
    assert "记着呢，您收到了" in toast(await mei.presses("收到", in_=group))
    assert "就是「周六上午」" in toast(await mei.presses_data("nqc:1:0", on=options, in_=group))
    await lin.presses("周六上午", in_=group)
    await town.restart()
    await town.pass_time(seconds=31)
    assert "记下了：周日晚上" in toast(await lin.presses("周日晚上", in_=group))
    await town.pass_time(seconds=31)
    await mei.presses("周六上午 · 1", in_=group)
    assert mei.last(other).text.count("梅阿姨") == 0
    for said in (one.text for one in mei.chat(group)):
        assert "林伯" not in said
    for data in (
        "nqc:1:7",
        "nqc:9:0",
        "nqd:1",
        "nqe:1",
        "nqa:1:close",
        "nqf:1:0",
        "nqb:1:closes:1:9",
        "nqa:1:x",
    ):
        assert toast(await mei.presses_data(data, on=options, in_=group)), data
    await wang.presses("回答怎样")
    assert "截止了" in toast(await wang.presses("现在截止"))
    assert mei.sees("已截止，结果：\n▸ 周六上午：1\n▸ 周日晚上：1", in_=group)
    assert "已经截止" in toast(await mei.presses_data("nqc:1:1", on=options, in_=group))
    assert wang.sees("已经截止\n· 周六上午：1")


async def test_a_sign_up_fills_queues_moves_up_reminds_and_is_exported(town: Town) -> None:
    wang = await town.coordinator()
    mei, lin = await town.resident("梅阿姨", phone="+86 138 0000 0001"), await town.resident("=1+1")
    group = await town.building_group(mei, lin)
    await drafted(wang, "周末包粽子")
    await wang.presses("报名")
    await wang.says("1")
    await wang.presses("活动时间")
    await wang.presses("明天")
    await wang.presses("明天 15:00")
    await wang.presses("返回")
    await wang.presses("发送")
    assert mei.sees("报名：1 个名额", in_=group)
    post = mei.last(group)
    assert "报上名了" in toast(await mei.presses("报名", in_=group))
    assert mei.sees("您报上名了")
    await town.pass_time(seconds=31)
    assert "名额满了" in toast(await lin.presses("排队", in_=group))
    assert lin.sees("您在排队")
    assert "已经在排队" in toast(await lin.presses_data("nqd:1", on=post, in_=group))
    await mei.presses("不去了")
    assert mei.sees("您说不去了")
    assert lin.sees("轮到您了")
    assert not mei.sees("=1+1", in_=group)
    await wang.presses("回答怎样")
    await wang.presses("名单")
    await wang.presses("带姓名的")
    await wang.says("活动签到")
    await wang.presses("带姓名的")
    await town.pass_time(seconds=6)
    await wang.presses("带姓名的")
    masked, full = [str(cells(town, one)) for one in wang.chat() if one.media is not None]
    assert "=1+1" not in masked
    assert "=1+1" in full
    assert "活动签到" in full
    assert "没有报名" in toast(await mei.presses_data("nqe:1", on=post, in_=group))
    await town.pass_time(hours=9)  # 19:00 of the evening before
    assert mei.sees("报名：1 / 1", in_=group)
    assert "已经截止" in toast(await mei.presses_data("nqd:1", on=post, in_=group))
    assert lin.sees("您来的吧")
    await wang.says("/notice")
    await wang.presses("发过的")
    await wang.presses(next(label for label in buttons(wang.last()) if "包粽子" in label))
    await wang.presses("撤回")
    await wang.presses("撤回")
    assert "这次取消了，不用来了" in lin.last().text
    assert not mei.sees("这次取消了"), "they had said that they do not come"


def cells(town: Town, message: object) -> list[list[object]]:
    """Of the one sheet, in which nothing runs."""
    media = getattr(message, "media", None)
    assert media is not None
    book = load_workbook(io.BytesIO(town.sandbox.files.find(media.file_id).content))
    rows = list(book.worksheets[0].iter_rows())
    assert all(cell.data_type != "f" for row in rows for cell in row)
    return [[cell.value for cell in row] for row in rows]
