"""Queries for pauses: which hold, which wait for a second person, which have seen their last day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql import Select

from bot.domain.errors import RuleError
from bot.domain.visit import CallState, FollowUpCall, Pause, Visit, VisitPlan, VisitState
from bot.storage import tables
from bot.storage.visits import WAITING

_u, _v, _p = tables.visit_pause.c, tables.visit.c, tables.visit_plan.c
_c = tables.follow_up_call.c


def _plans() -> Select[VisitPlan]:
    return select(VisitPlan).options(selectinload(VisitPlan.helpers), selectinload(VisitPlan.pauses))  # type: ignore[arg-type]


def _visits() -> Select[Visit]:
    return select(Visit).options(selectinload(Visit.holds))  # type: ignore[arg-type]


class Pauses:
    """When nobody need go to whom."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, pause_id: int | None, *, lock: bool = False) -> Pause:
        """That pause. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = select(Pause).where(_u.id == pause_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-pause-over")
        return found

    async def of(self, household_id: int, *, lock: bool = False) -> list[Pause]:
        """Every pause of a household, also past ones. `lock`: nobody asks for another one meanwhile."""
        if lock:
            home = select(tables.household.c.id).where(tables.household.c.id == household_id)
            await self._session.execute(home.with_for_update())
        query = select(Pause).where(_u.household_id == household_id).order_by(_u.id)
        return list(await self._session.scalars(query))

    async def over(self, today: date, limit: int = 200) -> list[Pause]:
        """Those that have seen their last day."""
        ripe = (_u.agreed_at.is_not(None), _u.ended_at.is_(None), _u.until_on < today)
        return list(await self._session.scalars(select(Pause).where(*ripe).order_by(_u.id).limit(limit)))

    async def unanswered(self, since: datetime, limit: int = 200) -> list[Pause]:
        """Those asked for before that moment, to which nobody has said anything."""
        waits = (_u.agreed_at.is_(None), _u.ended_at.is_(None), _u.asked_at <= since)
        return list(await self._session.scalars(select(Pause).where(*waits).order_by(_u.id).limit(limit)))

    async def away(self, households: Collection[int]) -> set[int]:
        """Of these households, to which nobody need go: a pause holds, or two people ended the visits for good."""
        held = (_u.agreed_at.is_not(None), _u.ended_at.is_(None), _u.household_id.in_(households))
        return set(await self._session.scalars(select(_u.household_id).where(*held)))

    async def gone(self, households: Collection[int]) -> set[int]:
        """Of these households, those whose visits two people ended for good."""
        good = (_u.agreed_at.is_not(None), _u.ended_at.is_(None), _u.until_on.is_(None))
        query = select(_u.household_id).where(*good, _u.household_id.in_(households))
        return set(await self._session.scalars(query))

    async def waiting(self, household_id: int | None) -> list[Visit]:
        """The household's visits that somebody would have to make; a search at the door is not among them."""
        live = (*WAITING, VisitState.AWAITING)
        query = _visits().where(_v.household_id == household_id, _v.state.in_(live))
        return list(await self._session.scalars(query.order_by(_v.opens_at)))

    async def put_aside(self, household_id: int | None, now: datetime) -> list[Visit]:
        """The household's visits that are paused or stopped while their window is open."""
        aside = _v.state.in_((VisitState.PAUSED, VisitState.STOPPED))
        query = _visits().where(_v.household_id == household_id, aside, _v.closes_at > now)
        return list(await self._session.scalars(query.order_by(_v.opens_at)))

    async def stopped_at(self, household_id: int | None, at: datetime) -> list[VisitPlan]:
        """The plans that were ended at that moment."""
        query = _plans().where(_p.household_id == household_id, _p.stopped_at == at)
        return list(await self._session.scalars(query.order_by(_p.id)))

    async def calls(self, household_id: int | None, *states: CallState) -> list[FollowUpCall]:
        """The household's calls that stand so."""
        query = select(FollowUpCall).where(_c.household_id == household_id, _c.state.in_(states))
        return list(await self._session.scalars(query.order_by(_c.id)))
