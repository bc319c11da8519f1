"""加看一轮: an extra round by buttons, its board, its end; and one household within a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox import Person
from tests.journeys.seeing import buttons, first
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def round_of_all(town: Town) -> tuple[Person, Person]:
    """林伯, paired with 郑奶奶, and 王社工, who asks for a round in bad weather until tomorrow."""
    lin = await town.volunteer("林伯", may_enter=True)
    await bring(
        town.linli.database,
        "households",
        household("郑奶奶", "13800000001", kinds="独居"),
        household("钱爷爷", "13800000002", "502", kinds="独居"),
        household("孙家", "13800000003", "503", kinds="优抚"),
    )
    wang = await town.coordinator()
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("结对")
    await wang.presses("林伯")
    await wang.says("加看一轮")
    await wang.presses("天气")
    await wang.presses("独居老人")
    await wang.presses("✓ 独居老人")
    assert "下一步" not in buttons(wang.last())
    await wang.presses("独居老人")
    await wang.presses("下一步")
    await wang.presses("源昌鑫海湾 3号楼")
    await wang.presses("下一步")
    await wang.presses("明天")
    await town.pass_time(minutes=1)
    return lin, wang


async def test_a_round_asks_the_paired_helper_and_its_board_is_edited_in_place(town: Town) -> None:
    lin, wang = await round_of_all(town)
    li = await town.coordinator("李社工")
    board = first(wang, "加看一轮（天气）")
    assert "一共：看过 0，还没 2" in board.text
    await town.restart()
    await lin.says("/rounds")
    assert "约 10 分钟" in lin.last().text
    await wang.presses("结束", on=board)
    assert "结束了" in board.text
    assert "结束" not in buttons(board)
    await li.says("/visits")
    assert not li.sees("孙家"), "who is looked after only in a round is on no list afterwards"


async def test_each_household_has_one_visit_of_a_round_however_often_the_clock_ticks(town: Town) -> None:
    _, wang = await round_of_all(town)
    for _ in range(3):
        await town.pass_time(minutes=1)
    await town.restart()
    await town.pass_time(minutes=1)
    assert "还没 2" in first(wang, "加看一轮（天气）").text
    town.clock.move(timedelta(days=1, hours=8))
    await town.pass_time(minutes=2)
    await town.pass_time(minutes=2)
    assert "没去成 2" in first(wang, "加看一轮（天气）").text


async def test_only_a_coordinator_asks_for_a_round_and_stale_buttons_change_nothing(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("/surge")
    assert "协调员" in mei.last().text
    wang = await town.coordinator()
    await wang.says("/surge")
    for data in ("zR:1:money", "zK:1:resettled", "zP:1:99", "zN:1", "zS:1:3", "zE:1", "zE:77", "zS:1:999"):
        press = await wang.presses_data(data, on=wang.last())
        assert press.toast is not None, data
    press = await mei.presses_data("zN:1", on=mei.last())
    assert press.toast is not None
    assert "为什么加看一轮" in wang.last().text


async def test_who_is_back_from_hospital_is_looked_in_on_within_a_day_by_one_press(town: Town) -> None:
    _, wang = await round_of_all(town)
    li = await town.coordinator("李社工")
    await wang.says("/visits")
    await wang.presses("3号楼 502 钱爷爷")
    await wang.presses("暂停")
    await wang.presses("住院")
    await li.presses("是的")
    await wang.says("/surge")
    await wang.presses("有变化的人家")
    assert wang.sees("没有要特别留意的变化")
    await li.presses("已经回来了")
    await wang.says("/surge")
    await wang.presses("有变化的人家")
    press = await wang.presses("3号楼 502 钱爷爷")
    assert press.toast is not None
    assert "24 小时内" in press.toast.text
    press = await wang.presses("3号楼 502 钱爷爷")
    assert press.toast is not None
    assert "已经请人" in press.toast.text


async def test_before_a_long_holiday_one_press_begins_its_round(town: Town) -> None:
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    wang, li = await town.coordinator(), await town.coordinator("李社工", language="zh-hant")
    mei = await town.resident("梅阿姨")
    town.clock.move(timedelta(days=56))  # the 29th of April, 10:00
    await town.pass_time(minutes=1)
    await town.restart()
    await town.pass_time(hours=1)
    assert sum("一共 5 天" in message.text for message in wang.chat()) == 1
    assert li.sees("放假前要不要")
    card = first(wang, "一共 5 天")
    stranger = await mei.presses_data(card.buttons[0][0].data or "", on=mei.last())
    assert stranger.toast is not None
    assert "协调员" in stranger.toast.text
    await wang.presses("节前看一轮")
    assert "✓ 独居老人" in buttons(wang.last())
    for press in ("下一步", "所有的楼", "一周内"):
        await wang.presses(press)
    await town.pass_time(minutes=1)
    assert first(wang, "加看一轮（过节）").text.count("还没 1") == 2
    town.clock.move(timedelta(days=9))
    late = await wang.presses_data(card.buttons[0][0].data or "", on=card)
    assert late.toast is not None
    assert "开始或结束" in late.toast.text


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "為什麼加看一輪"), ("en", "Why an extra round")])
async def test_the_questions_speak_the_readers_language(town: Town, language: str, words: str) -> None:
    wang = await town.coordinator(language=language)
    await wang.says("/surge")
    assert wang.sees(words)
