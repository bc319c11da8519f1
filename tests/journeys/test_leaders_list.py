"""/todo of a leader: what waits in the own team, unconfirmed hours among it; and nothing of any other's."""

from __future__ import annotations

import pytest

from bot.sandbox import Person
from tests.journeys.bad_input import LANGUAGES, said
from tests.journeys.seeing import buttons
from tests.town import Town

SOLO, OTHER = "绿禾缘快乐环保社", "阳光姐姐"


async def _done(town: Town, by: Person, team: str = SOLO) -> None:
    mei, group = await town.resident("梅阿姨"), await town.team_group(by, team=team)
    await mei.says("旧沙发没地方扔，3号楼2单元1502")
    await mei.presses("提交")
    await by.presses("认领", in_=group)
    await by.presses("办好了")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_leader_finds_unconfirmed_hours_and_who_wants_to_join(town: Town, language: str) -> None:
    lin, xin = await town.volunteer("小林", SOLO), await town.resident("新来的")
    chen = await town.volunteer("陈姐", SOLO, leads=True, language=LANGUAGES[language])
    await xin.says("/join")
    await xin.presses(SOLO)
    await _done(town, lin)
    await chen.says("/todo")
    team = said(town, language, "todo-times", team=SOLO, count="1", at=town.clock.now())
    assert team.split(SOLO)[0] in chen.last().text
    assert "新来的" in chen.last().text
    await town.restart()
    await chen.presses(said(town, language, "button-todo-times", n="2"), on=chen.last())
    assert "小林" in chen.last().text
    right = next(label for label in buttons(chen.last()) if label.startswith("✓"))
    await chen.presses(right)
    await chen.says("/todo")
    assert chen.last().text.count("\n") == 1, "only who wants to join is left"


async def test_what_is_another_teams_or_the_offices_is_not_on_it_nor_opened_by_a_forged_press(
    town: Town,
) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", OTHER, leads=True)
    lin, mei = await town.volunteer("小林", SOLO), await town.resident("梅阿姨")
    xin = await town.resident("新来的")
    await xin.says("/join")
    await xin.presses(SOLO)
    await _done(town, lin)
    await mei.says("电梯坏了")
    await mei.presses("提交")
    await wang.says("/todo")
    assert "新来的" in wang.last().text
    assert "1 件时长" in wang.last().text, "nobody leads that team"
    pick = next(key.data or "" for row in wang.last().buttons for key in row if "看申请" in key.text)
    await chen.says("/todo")
    assert "新来的" not in chen.last().text
    for data in (pick, "td:triage:1", "td:draft:1"):
        forged = await chen.presses_data(data, on=chen.last())
        assert forged.toast is not None
    assert not chen.sees("新来的")
    await mei.says("/todo")
    assert not mei.sees("新来的")
