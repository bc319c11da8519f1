"""认领: from the card in the team's group to whoever goes, and back."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person
from tests.town import TEAM, Town

FLAT, PHONE, WORDS = "1502", "+86 138 0000 0000", "电梯"


async def crew(town: Town) -> tuple[Person, Person, Group]:
    """梅阿姨's lift is broken; 陈姐 and 小林 read of it in their team's group."""
    mei = await town.resident("梅阿姨", phone="13800000000")
    chen, lin = await town.volunteer("陈姐"), await town.volunteer("小林")
    group = await town.team_group(chen, lin)
    await mei.says("/report 3号楼2单元1502门口电梯坏了")
    await mei.presses("提交")
    return chen, lin, group


async def test_a_team_reads_what_is_to_be_done_and_nothing_private(town: Town) -> None:
    chen, _, group = await crew(town)
    card = chen.last(group)
    assert card.text.startswith("T1 跟进源昌鑫海湾物业 · 电梯 · 源昌鑫海湾3号楼 · 今天 18:00 前")
    assert not any(part in card.text for part in (FLAT, "2单元", "梅阿姨", "138"))
    assert [key.text for row in card.buttons for key in row] == ["认领", "队长请人"]


async def test_one_press_and_the_group_reads_who_goes_and_the_holder_the_address(town: Town) -> None:
    chen, lin, group = await crew(town)
    press = await chen.presses("认领", in_=group)
    assert press.toast is not None
    assert "T1 交给您了" in press.toast.text
    assert chen.last(group).text.endswith("陈姐去，谢谢。")
    details = chen.last()
    assert FLAT in details.text
    assert PHONE in details.text
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


async def test_a_leader_asks_one_person_who_says_no_and_another_who_says_yes(town: Town) -> None:
    chen, lin, group = await crew(town)
    boss = await town.volunteer("黄队长", leads=True)
    await boss.joins(group)
    await boss.presses("队长请人", in_=group)
    await boss.presses("小林")
    assert lin.sees("黄队长想请您跑一趟")
    await lin.presses("去不了")
    assert boss.sees("小林说 T1 去不了")
    await boss.presses("陈姐")
    await chen.presses("好")
    assert chen.sees(FLAT)
    assert chen.last(group).text.endswith("陈姐去，谢谢。")


async def test_the_list_of_who_could_go_turns_its_pages_in_one_message(town: Town) -> None:
    _, _, group = await crew(town)
    boss = await town.volunteer("黄队长", leads=True)
    for n in range(9):
        await town.volunteer(f"队员{n}")
    await boss.joins(group)
    await boss.presses("队长请人", in_=group)
    page = boss.last()
    assert len(page.buttons) == 9
    await boss.presses("下一页")
    assert boss.last().id == page.id
    assert [key.text for key in page.buttons[-1]] == ["‹ 上一页"]


async def test_a_member_cannot_open_the_leaders_list(town: Town) -> None:
    chen, _, group = await crew(town)
    await chen.presses("队长请人", in_=group)
    assert chen.sees("队长或协调员")


async def test_a_team_without_a_group_is_asked_one_by_one_but_not_who_rests(town: Town) -> None:
    chen, lin = await town.volunteer("陈姐"), await town.volunteer("小林")
    await lin.says("/rest")
    mei = await town.resident("梅阿姨")
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    assert chen.sees("T1 跟进")
    assert not lin.sees("T1 跟进")
    await chen.presses("认领")
    assert chen.sees("陈姐去，谢谢")


async def test_tasks_lists_what_waits_and_what_is_in_hand(town: Town) -> None:
    chen, _, _ = await crew(town)
    await chen.says("/tasks")
    assert chen.last().text.startswith("等人认领")
    await chen.presses("认领 T1")
    shown = next(m for m in chen.chat() if m.text.startswith("在您手上"))
    assert [key.text for key in shown.buttons[0]] == ["办好了 T1", "详情 T1"]
    await chen.presses("详情 T1")
    assert FLAT in chen.last().text
    await chen.presses("办好了 T1")
    await chen.says("待认领")
    assert "没有等人认领" in chen.last().text


async def test_tasks_leads_who_is_in_no_team_to_the_teams(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("/tasks")
    assert mei.sees("想加入哪支队")


async def test_unclaimed_work_climbs_to_the_leader_and_then_to_the_coordinators(town: Town) -> None:
    _, _, group = await crew(town)
    boss, wang = await town.volunteer("黄队长", leads=True), await town.coordinator()
    await town.pass_time(hours=5)
    assert boss.sees("本该 今天 14:00 前有人接，还没有")
    assert not wang.sees("有人接，还没有")
    await town.pass_time(hours=1)
    assert wang.sees("有人接，还没有")
    await wang.presses("请您去")
    await wang.presses("黄队长")
    await boss.presses("好")
    assert group.messages[-1].text.endswith("黄队长去，谢谢。")


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


async def test_a_report_of_ten_thousand_characters_is_read_in_whole_by_who_goes(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    chen = await town.volunteer("陈姐")
    group = await town.team_group(chen)
    await mei.says("3号楼电梯坏了" + "，一直在响😀" * 1400 + "完")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    assert not chen.sees("响😀完")
    await chen.presses("看全文")
    assert chen.sees("响😀完")
    await chen.presses("办好了")
    assert not chen.sees("一直在响")


async def test_two_go_together_and_the_card_counts_who_is_missing(town: Town) -> None:
    team = "退役军人应急突击队"
    chen, lin = await town.volunteer("陈姐", team), await town.volunteer("小林", team)
    group = await town.team_group(chen, lin, team=team)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 想请人帮忙搬一下柜子")
    await mei.presses("提交")
    assert "要 2 人，大约半小时。" in chen.last(group).text
    assert "还差 2 人。" in chen.last(group).text
    await chen.presses("认领", in_=group)
    assert chen.last(group).text.endswith("陈姐去，谢谢。还差 1 人。")
    assert mei.sees("陈姐在办")
    await lin.presses("认领", in_=group)
    assert chen.last(group).text.endswith("陈姐、小林去，谢谢。")
    await chen.presses("办好了")
    assert not mei.sees("您看解决了吗")
    await lin.presses("办好了")
    assert mei.sees("陈姐、小林说办好了。您看解决了吗？")


async def test_of_a_sensitive_matter_the_team_reads_not_even_the_building(town: Town) -> None:
    chen = await town.volunteer("陈姐")
    group = await town.team_group(chen)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 想请人陪同就医")
    await mei.presses("提交")
    assert "陪同就医 · 源昌鑫海湾 · " in chen.last(group).text
    assert "3号楼" not in chen.last(group).text
    await chen.presses("认领", in_=group)
    assert "家住源昌鑫海湾3号楼2单元1502" in chen.last().text


async def test_english_readers_are_spoken_to_in_english(town: Town) -> None:
    await town.resident("梅阿姨")
    mei = await town.resident("Ms Mei")
    ann = await town.volunteer("Ann", language="en")
    await mei.says("/report 3号楼电梯坏了")
    await mei.presses("提交")
    await ann.presses("Claim")
    assert ann.sees("Please keep after this one")
    await ann.presses("I can't go")
    assert ann.sees("have been taken back")


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
