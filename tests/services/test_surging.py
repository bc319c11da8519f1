"""An extra round: one visit for each household meant, however often the clock ticks, on either database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.visit import VisitState
from bot.domain.visit.surge import SurgeReason
from bot.services.visits.surging import end_surge, move_surges, open_surge, press_surge, start_surge
from bot.storage.database import Database
from bot.storage.surges import Surges
from tests.services.cast import NOW, newcomer
from tests.services.rosters import THERE, bring, household

MINUTE = timedelta(minutes=1)


async def test_each_household_meant_has_one_visit_and_what_nobody_did_is_let_go(database: Database) -> None:
    lines = [household(f"住户{n}", room=f"{n}01", kinds="独居") for n in range(1, 4)]
    there = household("远处的人", kinds="独居", compound=THERE)
    other = household("低保户", room="901", kinds="低保")
    await bring(database, "households", *lines, there, other)
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        surge = await open_surge(uow, by=wang, now=NOW)
        number = surge.id or 0
        with pytest.raises(RuleError):
            await start_surge(uow, number, 0, by=wang, now=NOW)
        await press_surge(uow, number, "reason", SurgeReason.WEATHER, by=wang)
        await press_surge(uow, number, "category", "alone", by=wang)
        here = (await Surges(uow.session).buildings()).index(("源昌鑫海湾", "3号楼"))
        await press_surge(uow, number, "place", here, by=wang)
        await start_surge(uow, number, 0, by=wang, now=NOW)
        stranger = await newcomer(uow, "路人")
        with pytest.raises(RuleError):
            await end_surge(uow, number, by=stranger, now=NOW)
    for minutes in range(3):
        async with database.work() as uow:
            await move_surges(uow, now=NOW + minutes * MINUTE)
    async with database.work() as uow:
        surge = await Surges(uow.session).get(number)
        assert len(await Surges(uow.session).visits_of(surge)) == 3
        await end_surge(uow, number, by=await uow.members.get(wang.id), now=NOW + 5 * MINUTE)
        assert {one.state for one in await Surges(uow.session).visits_of(surge)} <= {VisitState.STOPPED}
        with pytest.raises(RuleError, match="no-surge-over"):
            await end_surge(uow, number, by=await uow.members.get(wang.id), now=NOW + 6 * MINUTE)
