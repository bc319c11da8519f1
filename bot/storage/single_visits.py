"""Plans of one visit only: an arrival, a visit more, a round. Over with their visit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, and_, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.visit import VisitState
from bot.storage import tables
from bot.storage.visits import WAITING

_p, _v = tables.visit_plan.c, tables.visit.c
_LIVE = (*WAITING, VisitState.AWAITING, VisitState.NO_ANSWER)


async def close_single_plans(session: AsyncSession, now: datetime) -> None:
    """Whoever was visited once for a reason is not on the care list for ever.

    One that is paused may still be taken up while its window is open.
    """
    put_aside = and_(_v.state == VisitState.PAUSED, _v.closes_at > now)
    live = select(_v.id).where(_v.plan_id == _p.id, or_(_v.state.in_(_LIVE), put_aside)).exists()
    single = type_coerce(_p.cadence, String).like("once %")
    over = (single, _p.event_key != "", _p.stopped_at.is_(None), _p.next_at.is_(None), ~live)
    change = update(tables.visit_plan).where(*over)
    await session.execute(change.values(stopped_at=now, changed_at=now, version=_p.version + 1))
