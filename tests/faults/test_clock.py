"""The clock of the machine is set, forwards and backwards, in the middle of a story."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import select

from bot.storage.machinery import event
from tests.faults.checking import pending
from tests.faults.test_outages import LOST, admin
from tests.town import Town


async def test_every_step_is_answered_at_once_and_happens_once_whatever_the_clock_shows(town: Town) -> None:
    mei, chen, li = (
        await town.resident("梅阿姨"),
        await town.volunteer("陈姐", may_enter=True),
        await admin(town, "李主任"),
    )
    group, team = await town.building_group(mei), await town.team_group(chen)
    await town.linli.silence.look()
    await mei.says("/report 王奶奶一个人在家，想请人陪着去医院", in_=group)
    town.clock.move(timedelta(hours=30))
    await town.linli.ticker.tick()
    await chen.presses("认领", in_=team)
    town.clock.move(-timedelta(hours=60))
    await town.linli.ticker.tick()
    await chen.presses("办好了")
    assert mei.last().buttons, "asked at once whether it is solved"
    town.clock.move(timedelta(hours=30))
    await mei.presses("已解决")
    await town.linli.silence.look()
    await town.settle()
    async with town.linli.database.look() as uow:
        happened = Counter(await uow.session.scalars(select(event.c.kind)))
    assert [happened[kind] for kind in ("case_reported", "claimed", "finished", "confirmed")] == [1, 1, 1, 1]
    assert await pending(town.linli.database) == 0
    assert not li.sees(LOST), "a clock that was set forward is no outage"
