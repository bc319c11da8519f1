"""Plans from the playbook's programmes, for whoever has come onto the care list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from bot.domain.visit import plan_for
from bot.storage.pauses import Pauses
from bot.storage.single_visits import close_single_plans
from bot.storage.visit_lists import VisitLists
from bot.storage.work import UnitOfWork

SLICE = 200
"""Households of one transaction."""


async def plan_people(uow: UnitOfWork, dwellers: Collection[int], *, now: datetime) -> int:
    """A roster told of these people: their households get the plans they have not had. How many that were."""
    return await _plan(uow, await uow.visits.categories_of(dwellers), now)


async def plan_everybody(uow: UnitOfWork, *, now: datetime) -> int:
    """Once a day: what a changed playbook plans for households that were there before. How many plans that were.

    A plan somebody has stopped is not begun again. Nothing is stopped here, that takes two people; but what was for one
    visit only is over with it.
    """
    if not await uow.occurrences.first(f"plans:{uow.playbook.day(now)}", now):
        return 0
    await VisitLists(uow.session).forget_over()
    await close_single_plans(uow.session, now)
    made, after = 0, 0
    while wanted := await uow.visits.categories_after(after, SLICE):
        made += await _plan(uow, wanted, now)
        after = max(wanted)
    return made


async def _plan(uow: UnitOfWork, wanted: Mapping[int, Collection[str]], now: datetime) -> int:
    """Plans begun at one moment differ in nothing but the household: each programme's is thought out once."""
    visits = uow.playbook.visits
    programmes = {number: visits.programmes_for(kinds) for number, kinds in wanted.items()}
    homes = [number for number, each in programmes.items() if each]
    there, gone = await uow.visits.planned(homes), await Pauses(uow.session).gone(homes)
    households: dict[str, list[int]] = {}
    for number, each in programmes.items():
        if number in gone:
            continue
        for programme in each:
            if programme.cadence is not None and (number, programme.key) not in there:
                households.setdefault(programme.key, []).append(number)
    for programme in visits.programmes:
        if programme.key in households:
            begun = plan_for(0, programme, uow.playbook.zone, now)
            await uow.visits.begin(begun, households[programme.key])
    return sum(map(len, households.values()))
