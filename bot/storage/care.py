"""The care list: which households are visited, when they are due next, and when somebody last reached them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.visit import VisitState
from bot.storage import tables
from bot.storage.visits import WAITING
from bot.storage.wishes import Wishes

_p, _v, _h, _f = tables.visit_plan.c, tables.visit.c, tables.household.c, tables.finding.c

CARE = "care:0"
"""The subject of the care list and of every household on it."""


@dataclass(frozen=True, slots=True)
class CareLine:
    """One household. `due_at`: of the visit that waits, else when the next window opens."""

    household_id: int
    compound: str
    due_at: datetime | None
    last_contact_at: datetime | None
    helped: bool


class CareList:
    """Households with at least one plan that goes on, by compound and building."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self) -> int:
        """How many households that are."""
        query = select(func.count(_p.household_id.distinct())).where(_p.stopped_at.is_(None))
        return int(await self._session.scalar(query) or 0)

    async def page(self, offset: int, limit: int) -> list[CareLine]:
        """So many of them."""
        waits = (
            select(func.min(_v.due_at))
            .where(_v.household_id == _p.household_id, _v.state.in_(WAITING))
            .scalar_subquery()
        )
        helpers = func.count(tables.visit_helper.c.id)
        query = (
            select(
                _p.household_id,
                _h.compound,
                waits.label("waits"),
                func.min(_p.next_at).label("next"),
                func.max(_p.last_contact_at).label("last"),
                helpers.label("helpers"),
            )
            .join(tables.household, _h.id == _p.household_id)
            .outerjoin(tables.visit_helper, tables.visit_helper.c.plan_id == _p.id)
            .where(_p.stopped_at.is_(None), _h.gone_at.is_(None))
            .group_by(_p.household_id, _h.compound, _h.building)
            .order_by(_h.compound, _h.building, _p.household_id)
        )
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [
            CareLine(row.household_id, row.compound, row.waits or row.next, row.last, bool(row.helpers))
            for row in rows
        ]

    async def forget(self, household_id: int, now: datetime) -> None:
        """A household is forgotten: nobody is sent there any more, and no remark is left."""
        plans = update(tables.visit_plan).where(_p.household_id == household_id, _p.stopped_at.is_(None))
        await self._session.execute(plans.values(stopped_at=now, next_at=None, version=_p.version + 1))
        live = (*WAITING, VisitState.AWAITING, VisitState.NO_ANSWER)
        visits = update(tables.visit).where(_v.household_id == household_id, _v.state.in_(live))
        ended = {"state": VisitState.STOPPED, "ended_at": now, "next_at": None}
        await self._session.execute(visits.values(**ended, version=_v.version + 1))
        await Wishes(self._session).forget(household_id)
        for table in (tables.unanswered, tables.visit_watch):
            open_ = (table.c.household_id == household_id, table.c.ended_at.is_(None))
            ends = {"ended_at": now, "version": table.c.version + 1}
            await self._session.execute(update(table).where(*open_).values(**ends))
        theirs = select(_v.id).where(_v.household_id == household_id)
        await self._session.execute(
            update(tables.finding).where(_f.visit_id.in_(theirs)).values(remark=None, voices=())
        )
        pauses = delete(tables.visit_pause).where(tables.visit_pause.c.household_id == household_id)
        await self._session.execute(pauses)
        calls = tables.follow_up_call
        await self._session.execute(
            update(calls).where(calls.c.household_id == household_id).values(remark=None)
        )
