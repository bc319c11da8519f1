"""A new roster says something else of somebody who is linked: a coordinator is shown it, and presses."""

from __future__ import annotations

import pytest

from bot.services.codes import claim_by_phone
from bot.ui.buttons.listed import FollowListButton
from tests.services.rosters import bring
from tests.services.test_listed import TEAM, volunteer
from tests.town import PLAYBOOK, Town

NUMBER = [one.name for one in PLAYBOOK.teams].index(TEAM)
pytestmark = pytest.mark.about_households


async def test_a_leader_of_the_roster_is_put_to_a_coordinator_who_presses(town: Town) -> None:
    await bring(town.linli.database, "members", volunteer("陈大姐", "13800000001", TEAM, "队长"))
    chen, wang, mei = await town.resident("陈姐"), await town.coordinator(), await town.resident("梅阿姨")
    async with town.linli.database.work() as uow:
        member = await uow.members.get((await town.member(chen)).id)
        await claim_by_phone(uow, member, "13800000001", now=town.clock.now())
    await wang.says("/todo")
    assert wang.sees("陈姐 和志愿者名单上写的不一样")
    await wang.presses("1 去看看")
    assert wang.sees(f"名单上是「{TEAM}」的队长，这里还不是")
    await town.restart()
    card, press = wang.last(), FollowListButton(1, "leads", NUMBER).pack()
    await mei.presses_data(press, on=card)
    assert not chen.sees("的队长了")
    await wang.presses("1 当队长")
    assert chen.sees(f"您现在是「{TEAM}」的队长了")
    assert wang.sees("这件事已经处理好了")
    await wang.presses_data(press, on=card)
    assert sum("的队长了" in one.text for one in chen.chat()) == 1
