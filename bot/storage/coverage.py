"""Queries for how visits stand: the visits that were due in a stretch of time, without anything personal but the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.visit import Outcome, VisitState
from bot.storage import tables
from bot.storage.visits import WAITING

_v, _h, _w = tables.visit.c, tables.household.c, tables.visit_helper.c
_TOLD = (
    *(_v.id, _v.household_id, _v.plan_id, _v.programme, _v.period_key, _v.state, _v.outcome),
    *(_v.due_at, _v.outcome_at, _v.outcome_by, _h.compound, _h.building, _v.opens_at),
)


@dataclass(frozen=True, slots=True)
class Told:
    """One visit. `outcome_by`: who made it."""

    id: int
    household_id: int
    plan_id: int
    programme: str
    period_key: str
    state: VisitState
    outcome: Outcome | None
    due_at: datetime
    outcome_at: datetime | None
    outcome_by: int | None
    compound: str
    building: str
    opens_at: datetime


class CoverageRows:
    """Reads only."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def between(
        self, since: datetime, until: datetime, *, after: int = 0, limit: int | None = None
    ) -> list[Told]:
        """Those due from `since` on and before `until`, by number."""
        query = select(*_TOLD).join(tables.household, _h.id == _v.household_id)
        query = query.where(_v.due_at >= since, _v.due_at < until, _v.id > after).order_by(_v.id)
        return [_told(row) for row in await self._session.execute(query.limit(limit))]

    async def states(self, since: datetime, until: datetime) -> dict[VisitState, int]:
        """How many stand how."""
        query = select(_v.state, func.count()).where(_v.due_at >= since, _v.due_at < until).group_by(_v.state)
        return {row[0]: row[1] for row in await self._session.execute(query)}

    async def helpers(self, plans: Sequence[int]) -> dict[int, int]:
        """Plan → its first paired helper."""
        found: dict[int, int] = {}
        for at in range(0, len(plans), 500):
            part = list(plans[at : at + 500])
            query = select(_w.plan_id, _w.member_id).where(_w.plan_id.in_(part)).order_by(_w.id.desc())
            found |= {row.plan_id: row.member_id for row in await self._session.execute(query)}
        return found

    async def to_enter(self, since: datetime, until: datetime, limit: int, offset: int = 0) -> list[Told]:
        """Those whose window is open in that time and for which there is no result, by place."""
        query = select(*_TOLD).join(tables.household, _h.id == _v.household_id)
        open_ = (_v.state.in_(WAITING), _v.opens_at < until, _v.closes_at > since)
        by_place = query.where(*open_).order_by(_h.compound, _h.building, _v.id)
        return [_told(row) for row in await self._session.execute(by_place.limit(limit).offset(offset))]


def _told(row: Sequence[Any]) -> Told:
    return Told(*row)
