"""One person's flood: one polite answer, nothing lost, and the coordinators know."""

from __future__ import annotations

from bot.sandbox.pressing import Press
from tests.town import Town

LAMPS = ["楼道灯不亮", "一楼灯不亮", "二楼灯不亮", "三楼灯不亮", "四楼灯不亮", "五楼灯不亮", "六楼灯不亮"]


async def test_the_sixth_report_in_ten_minutes_keeps_as_a_draft_and_is_sent_later(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    for lamp in LAMPS[:5]:
        await mei.says(lamp)
        await mei.presses("提交")
        await town.pass_time(seconds=61)
    await mei.says(LAMPS[5])
    press = await mei.presses("提交")
    assert press.toast
    assert "先歇一歇" in press.toast.text
    assert "都留着" in press.toast.text
    assert not mei.sees("编号 #6")
    assert wang.sees("梅阿姨 一下子报了很多件事")
    await town.pass_time(minutes=11)
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #6")


async def test_too_many_reports_in_a_group_wait_as_drafts_and_are_answered_once(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    for lamp in LAMPS:
        await mei.says(f"/report {lamp}", in_=group)
    assert not mei.sees("#6", in_=group)
    assert sum("您刚才报了好几件" in message.text for message in mei.chat()) == 1
    assert sum("一下子报了很多件事" in message.text for message in wang.chat()) == 1
    await town.pass_time(minutes=11)
    await mei.presses("提交")
    await mei.presses("提交")
    async with town.linli.database.look() as uow:
        assert {(await uow.cases.get(number)).text for number in range(1, 8)} == set(LAMPS)


async def test_danger_is_never_one_too_many(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    for lamp in LAMPS:
        await mei.says(f"/report {lamp}", in_=group)
    await mei.says("/report 3号楼着火了", in_=group)
    assert mei.sees("119", in_=group)
    assert wang.sees("🔴")


async def test_staff_may_report_any_number_of_things(town: Town) -> None:
    wang = await town.coordinator()
    group = await town.building_group(wang)
    for lamp in LAMPS:
        await wang.says(f"/report {lamp}", in_=group)
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(7)).text == LAMPS[6]


async def test_a_person_who_hammers_a_button_is_asked_once_to_slow_down(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("楼道灯不亮")
    draft = mei.last()
    toasts = [
        _said(await mei.presses("不用保密" if n % 2 and n < 30 else "保密", on=draft)) for n in range(34)
    ]
    assert sum("按得太快啦" in toast for toast in toasts) == 1
    assert "按得太快啦" in toasts[30]
    assert toasts[31:] == ["", "", ""]
    assert sum("按了太多次按钮" in message.text for message in wang.chat()) == 1


def _said(press: Press) -> str:
    return press.toast.text if press.toast else ""


async def test_the_coordinator_blocks_who_floods_and_their_cry_for_help_is_still_heard(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    for lamp in LAMPS:
        await mei.says(f"/report {lamp}", in_=group)
    await wang.presses("停用")
    await wang.presses("拉黑")
    assert wang.sees("在黑名单里")
    heard = len(mei.chat())
    await mei.says("七楼灯也不亮")
    await mei.says("八楼灯也不亮")
    assert [message.text for message in mei.chat()[heard:] if "暂时不收了" in message.text] != []
    assert sum("暂时不收了" in message.text for message in mei.chat()) == 1
    await mei.says("救命，我摔倒起不来了")
    assert mei.sees("120")
    await wang.presses("恢复")
    await town.pass_time(minutes=11)
    await mei.says("电梯坏了")
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #")
