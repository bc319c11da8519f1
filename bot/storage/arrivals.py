"""Which reported matters somebody has still to be sent after (三必到)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, cast, delete, func, literal, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import Case, CaseState
from bot.domain.visit.arrival import Arrival, event_of
from bot.storage import tables
from bot.storage.machinery import event, occurrence
from bot.storage.work import UnitOfWork

_c, _o = tables.case.c, occurrence.c
_NOBODY_YET = (CaseState.NEW, CaseState.ACCEPTED, CaseState.REFERRED)
_PREFIX, _SAID, _HEARD = "arrive:", "discontent:", "heard:"
_AFTER_SAID = "discontent;"  # whatever begins with _SAID sorts before it


async def awaited(uow: UnitOfWork, case: Case) -> Arrival | None:
    """What somebody has still to be sent for after that case."""
    if (arrival := await awaited_of_kind(uow, case)) is not None:
        return arrival
    number = case.id or 0
    since = await uow.session.scalar(select(_o.at).where(_o.period_key == f"{_SAID}{number}"))
    kind = uow.playbook.visits.discontent_event
    return Arrival(number, kind, since, said=True) if since is not None and kind is not None else None


async def awaited_of_kind(uow: UnitOfWork, case: Case) -> Arrival | None:
    """The same, because of what kind of case it is. Asks the database nothing about one of any other kind."""
    number, kind = case.id or 0, event_of(case, uow.playbook)
    if kind is None or await uow.occurrences.happened(f"{_PREFIX}{number}"):
        return None
    return Arrival(number, kind, case.reported_at, said=False)


async def was_sent(uow: UnitOfWork, case_id: int | None) -> bool:
    """Has somebody been sent because of that case, for whatever reason?"""
    keys = (f"{_PREFIX}{case_id}", f"{_HEARD}{case_id}")
    return await uow.session.scalar(select(_o.at).where(_o.period_key.in_(keys)).limit(1)) is not None


async def note_discontent(uow: UnitOfWork, case_id: int | None, now: datetime) -> bool:
    """From now on somebody has to go. False the second time for one matter."""
    if await uow.occurrences.happened(f"{_HEARD}{case_id}"):
        return False
    return await uow.occurrences.first(f"{_SAID}{case_id}", now)


async def note_sent(uow: UnitOfWork, arrival: Arrival, now: datetime) -> None:
    """Somebody goes, or has been: nobody need be sent for it any more."""
    if not arrival.said:
        await uow.occurrences.first(f"{_PREFIX}{arrival.case_id}", now)
        return
    change = update(occurrence).where(_o.period_key == f"{_SAID}{arrival.case_id}")
    await uow.session.execute(change.values(period_key=f"{_HEARD}{arrival.case_id}", at=now))


async def forget_discontent(uow: UnitOfWork, case_id: int | None) -> bool:
    """They are content after all. False where they were before."""
    keys = (f"{_SAID}{case_id}", f"{_HEARD}{case_id}")
    result = await uow.session.execute(delete(occurrence).where(_o.period_key.in_(keys)))
    return isinstance(result, CursorResult) and result.rowcount > 0


async def times_unsolved(session: AsyncSession, case_id: int | None) -> int:
    """How often 没解决 has been said of it before."""
    query = select(func.count()).select_from(event)
    query = query.where(event.c.subject == f"case:{case_id}", event.c.kind == "reopened")
    return int(await session.scalar(query) or 0)


async def left_alone(session: AsyncSession, categories: Collection[str]) -> list[int]:
    """Numbers of cases of these kinds after which nobody was sent and which nobody has in hand, danger apart."""
    if not categories:
        return []
    sent = select(_o.at).where(_o.period_key == literal(_PREFIX) + cast(_c.id, String))
    open_ = (_c.state.in_(_NOBODY_YET), _c.category.in_(categories), _c.danger.is_(None), ~sent.exists())
    numbers = await session.scalars(select(_c.id).where(*open_).order_by(_c.id).limit(200))
    return list(numbers)


async def unheard(session: AsyncSession) -> dict[int, datetime]:
    """Case → since when whoever reported it is discontented, where nobody goes yet."""
    query = select(_o.period_key, _o.at).where(_o.period_key >= _SAID, _o.period_key < _AFTER_SAID)
    rows = await session.execute(query.order_by(_o.at).limit(200))
    return {int(row.period_key.removeprefix(_SAID)): row.at for row in rows}
