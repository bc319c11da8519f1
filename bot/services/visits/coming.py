"""What a week brings: visits that wait, and those whose windows have yet to open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.household import Household
from bot.domain.playbook import Playbook
from bot.domain.visit import VisitPlan
from bot.domain.visit.entering import label_ahead
from bot.services.occurrences import due_in
from bot.storage.coverage import CoverageRows
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Coming:
    """One visit. `label`: under what its result is entered from paper."""

    label: str
    plan_id: int
    programme: str
    opens_at: datetime
    due_at: datetime
    home: Household


async def coming_visits(database: Database, at: datetime, until: datetime, slice_: int) -> list[Coming]:
    """Whatever is to be visited in that time, by door; read so many at a time."""
    found = [*await _given(database, at, until, slice_), *await _ahead(database, until, slice_)]
    return sorted(found, key=lambda one: (*_door(one.home), one.opens_at, one.label))


async def _given(database: Database, at: datetime, until: datetime, slice_: int) -> list[Coming]:
    found: list[Coming] = []
    while True:
        async with database.look() as uow:
            rows = await CoverageRows(uow.session).to_enter(at, until, slice_, len(found))
            homes = {one.id: one for one in await uow.households.many({row.household_id for row in rows})}
        found += [
            Coming(str(row.id), row.plan_id, row.programme, row.opens_at, row.due_at, homes[row.household_id])
            for row in rows
        ]
        if len(rows) < slice_:
            return found


async def _ahead(database: Database, until: datetime, slice_: int) -> list[Coming]:
    found: list[Coming] = []
    after = 0
    while True:
        async with database.look() as uow:
            plans = await uow.visits.opening(until, after, slice_)
            homes = {one.id: one for one in await uow.households.many({plan.household_id for plan in plans})}
        for plan in plans:
            found += _of_plan(plan, homes[plan.household_id], until, database.playbook)
            after = plan.id or 0
        if len(plans) < slice_:
            return found


def _of_plan(plan: VisitPlan, home: Household, until: datetime, book: Playbook) -> Iterator[Coming]:
    programme = book.visits.programme(plan.programme)
    if programme is None:
        return
    for window in plan.ahead(programme.window, book.zone, until):
        label = label_ahead(plan.id or 0, f"{book.day(window.opens_at):%m%d}")
        due = due_in(book, plan, programme, window)
        yield Coming(label, plan.id or 0, plan.programme, window.opens_at, due, home)


def _door(home: Household) -> tuple[str, ...]:
    place = home.place
    return tuple(part or "" for part in (place.compound, place.building, place.unit, place.room))
