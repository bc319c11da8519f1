"""What a task card, the details and /tasks say, to whom."""

from __future__ import annotations

from bot.domain.place import Place
from tests.journeys.crew import FLAT, crew
from tests.town import BUILDING, COMPOUND, Town


async def test_a_team_reads_what_is_to_be_done_and_nothing_private(town: Town) -> None:
    chen, _, group = await crew(town)
    card = chen.last(group)
    assert card.text.startswith("T1 跟进源昌鑫海湾物业 · 电梯 · 源昌鑫海湾3号楼 · 今天 18:00 前")
    assert not any(part in card.text for part in (FLAT, "2单元", "梅阿姨", "138"))
    assert [key.text for row in card.buttons for key in row] == ["认领", "队长请人"]


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


async def test_where_somebody_lives_is_not_said_twice(town: Town) -> None:
    mei, chen = await town.resident("梅阿姨", home=Place(COMPOUND, BUILDING)), await town.volunteer("陈姐")
    await mei.says("3号楼电梯坏了")
    await mei.presses("提交")
    await chen.presses("认领")
    assert chen.last().text.count("源昌鑫海湾3号楼") == 1
