"""请您去, and what climbs until somebody is asked."""

from __future__ import annotations

from tests.journeys.crew import FLAT, crew
from tests.town import Town


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


async def test_who_was_asked_answers_once_and_only_while_there_is_room(town: Town) -> None:
    chen, lin, group = await crew(town)
    boss = await town.volunteer("黄队长", leads=True)
    await boss.joins(group)
    await boss.presses("队长请人", in_=group)
    await boss.presses("小林")
    question = lin.last()
    await boss.presses_data("ck:1:1", on=boss.last())
    await boss.presses_data(f"ck:1:{(await town.member(lin)).id}", on=boss.last())
    assert boss.toasts[-1].text == "已经问过小林了，等回话。"
    await chen.presses_data("cn:1", on=question)
    assert "不用您回话了" in chen.toasts[-1].text, "the question was not theirs"
    await town.restart()
    await chen.presses("认领", in_=group)
    assert not question.buttons
    await lin.presses_data("cy:1", on=question)
    assert lin.toasts[-1].text == "陈姐已经接了，谢谢您。"
    assert group.messages[0].text.endswith("陈姐去，谢谢。")


async def test_only_who_leads_asks_and_only_who_could_go_is_asked(town: Town) -> None:
    chen, lin, group = await crew(town)
    boss = await town.volunteer("黄队长", leads=True)
    other = await town.volunteer("别队队长", team="绿禾缘快乐环保社", leads=True)
    await lin.says("/rest")
    await boss.joins(group)
    await boss.presses("队长请人", in_=group)
    names = [key.text for row in boss.last().buttons for key in row]
    assert "小林" not in names
    assert "陈姐" in names
    await boss.presses_data(f"ck:1:{(await town.member(lin)).id}", on=boss.last())
    assert "休息" in boss.toasts[-1].text
    for person in (chen, other):
        await person.presses_data(f"ck:1:{(await town.member(boss)).id}", on=person.last())
        assert "队长或协调员" in person.toasts[-1].text


async def test_a_leader_takes_somebody_off_who_cannot_go_and_both_hear_of_it(town: Town) -> None:
    chen, lin, group = await crew(town)
    boss, wang = await town.volunteer("黄队长", leads=True), await town.coordinator()
    await town.pass_time(hours=5)
    await chen.presses("认领", in_=group)
    hold = f"cr:1:{(await town.member(chen)).id}"
    await lin.presses_data(hold, on=lin.last())
    assert "队长或协调员" in lin.toasts[-1].text
    assert chen.sees(FLAT)
    await town.restart()
    await boss.presses("陈姐去不了")
    assert not chen.sees(FLAT)
    assert chen.sees("黄队长")
    assert group.messages[-1].buttons[0][0].text == "认领"
    await wang.presses_data(hold, on=wang.last())
    assert wang.toasts[-1].text == "T1 不在您手上。"
    await lin.presses("认领", in_=group)
    await wang.presses_data(f"cr:1:{(await town.member(lin)).id}", on=wang.last())
    assert not lin.sees(FLAT)
    assert lin.sees("王社工")
