"""认领: from the card in the team's group to whoever goes, and back."""

from __future__ import annotations

import pytest

from tests.journeys.crew import FLAT, crew
from tests.town import TEAM, Town


async def test_one_press_and_the_group_reads_who_goes_and_the_holder_the_address(town: Town) -> None:
    chen, lin, group = await crew(town)
    press = await chen.presses("认领", in_=group)
    assert press.toast is not None
    assert "T1 交给您了" in press.toast.text
    assert chen.last(group).text.endswith("陈姐去，谢谢。")
    details = chen.last()
    assert FLAT in details.text
    assert "+86 138 0000 0000" in details.text
    assert details.protected
    assert not lin.sees(FLAT)


async def test_who_presses_too_late_is_told_who_has_it(town: Town) -> None:
    chen, lin, group = await crew(town)
    card = chen.last(group)
    await chen.presses("认领", in_=group)
    press = await lin.presses_data("cl:1", on=card, in_=group)
    assert press.toast is not None
    assert press.toast.text == "陈姐已经接了，谢谢您。"
    again = await chen.presses_data("cl:1", on=card, in_=group)
    assert again.toast is not None
    assert "已经在您手上" in again.toast.text
    assert len(group.messages) == 1


async def test_who_never_pressed_start_is_led_through_it_and_has_claimed(town: Town) -> None:
    await crew(town)
    zhou = await town.volunteer("老周", started=False)
    group = await town.team_group(zhou)
    await town.resident("阿强")
    mei = await town.resident("周姐")
    await mei.says("/report 3号楼门禁坏了")
    await mei.presses("提交")
    press = await zhou.presses("认领", in_=group)
    assert press.toast is not None
    assert press.toast.url is not None
    assert "等" not in group.messages[-1].text
    await zhou.follows(press.toast.url)
    assert zhou.sees("请您跟进，辛苦了")
    assert group.messages[-1].text.endswith("老周去，谢谢。")


async def test_somebody_outside_the_team_cannot_claim(town: Town) -> None:
    chen, _, group = await crew(town)
    stranger = await town.resident("阿强")
    await stranger.joins(group)
    press = await stranger.presses("认领", in_=group)
    assert press.toast is not None
    assert TEAM in press.toast.text
    assert not stranger.sees(FLAT)
    assert chen.last(group).buttons


async def test_handed_back_the_details_and_photos_are_taken_back_and_it_can_be_claimed_again(
    town: Town,
) -> None:
    chen, lin, group = await crew(town)
    mei = next(p for p in town.sandbox.people.values() if p.name == "梅阿姨")
    boss = await town.volunteer("黄队长", leads=True)
    await mei.sends("photo", reply_to=mei.last())
    await chen.presses("认领", in_=group)
    assert any(message.media for message in chen.chat())
    await chen.presses("我去不了")
    assert chen.sees("T1 的地址和电话已收走")
    assert not chen.sees(FLAT)
    assert not any(message.media for message in chen.chat())
    assert boss.sees("陈姐去不了 T1")
    await lin.presses("认领", in_=group)
    assert lin.sees(FLAT)
    assert not chen.sees(FLAT)


async def test_a_wrong_press_is_undone_for_a_minute(town: Town) -> None:
    chen, _, group = await crew(town)
    await chen.presses("认领", in_=group)
    await chen.presses("撤销")
    assert not chen.sees(FLAT)
    await chen.presses("认领", in_=group)
    details = chen.last()
    await town.pass_time(seconds=61)
    press = await chen.presses_data("cu:1", on=details)
    assert press.toast is not None
    assert "我去不了" in press.toast.text
    assert chen.sees(FLAT)
    assert not any(key.text == "撤销" for row in chen.last().buttons for key in row)


@pytest.mark.parametrize(
    "data", ["cl:999", "cl:x", "cl:", "cl:-1", "cr:1:1", "cd:1", "cs:1:0", "ck:1:1", "cy:1"]
)
async def test_forged_and_stale_presses_get_an_answer_and_change_nothing(town: Town, data: str) -> None:
    chen, lin, group = await crew(town)
    card = chen.last(group)
    await chen.presses("认领", in_=group)
    press = await lin.presses_data(data, on=card, in_=group)
    assert press.toast is not None
    assert press.toast.text
    assert card.text.endswith("陈姐去，谢谢。")
    assert len(group.messages) == 1


@pytest.mark.parametrize("at_once", [True, False])
async def test_of_a_hundred_who_press_one_has_it_and_everybody_is_answered(town: Town, at_once: bool) -> None:
    people = [await town.volunteer(f"队员{n}", started=False) for n in range(100)]
    async with town.linli.database.work() as uow:
        for member in (await uow.members.by_telegram([person.id for person in people])).values():
            member.start(town.clock.now())
    for person in people:
        person.private.started = True
    group = await town.team_group(*people)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    card = group.messages[-1]
    if at_once:
        town.sandbox.on_action = None
    presses = [await person.presses_data("cl:1", on=card, in_=group) for person in people]
    await town.settle()
    answers = [press.toast.text if press.toast else None for press in presses]
    assert sum("T1 交给您了" in (one or "") for one in answers) == 1
    winner = next(p for p, one in zip(people, answers, strict=True) if "T1 交给您了" in (one or ""))
    assert answers.count(f"{winner.name}已经接了，谢谢您。") == 99
    assert card.text.endswith(f"{winner.name}去，谢谢。")
    assert sum(person.sees("请您跟进") for person in people) == 1
