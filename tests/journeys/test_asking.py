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
