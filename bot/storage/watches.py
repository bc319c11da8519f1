"""Queries for visits made alone: which are to be asked about, and who may answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from bot.domain.errors import RuleError
from bot.domain.visit.watch import Watch
from bot.storage import tables

_w = tables.visit_watch.c
_FAR = timedelta(hours=4)


def lone_subject(watch_id: int | None) -> str:
    """What all cards of it are about."""
    return f"lone:{watch_id}"


@cache
def _of_visit() -> Select[Watch]:
    mine = (_w.visit_id == bindparam("visit"), _w.ended_at.is_(None))
    return select(Watch).where(*mine).order_by(_w.id)


class Watches:
    """Visits somebody makes alone."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, watch_id: int, *, lock: bool = False) -> Watch:
        """That one. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = select(Watch).where(_w.id == watch_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-lone-over")
        return found

    async def due(self, now: datetime, limit: int) -> list[Watch]:
        """Where the clock has something to do; a time too far ahead means that the clock was set back."""
        when = or_(_w.next_at <= now, _w.next_at > now + _FAR)
        query = select(Watch).where(_w.ended_at.is_(None), when).order_by(_w.next_at, _w.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def of_visit(self, visit_id: int | None, member_id: int | None = None) -> list[Watch]:
        """Those that go on for a visit, of that person if one is named."""
        going = list(await self._session.scalars(_of_visit(), {"visit": visit_id}))
        return [one for one in going if member_id is None or one.member_id == member_id]

    async def of_member(self, member_id: int | None) -> Watch | None:
        """The one that goes on for somebody."""
        query = select(Watch).where(_w.member_id == member_id, _w.ended_at.is_(None)).order_by(_w.id.desc())
        return (await self._session.scalars(query.limit(1))).first()

    async def taken_by(self, member_id: int | None) -> list[Watch]:
        """Those somebody has taken in hand."""
        where = (_w.ended_at.is_(None), _w.taken_by == member_id)
        return list(await self._session.scalars(select(Watch).where(*where).order_by(_w.id)))

    async def calling(self) -> list[Watch]:
        """Others are called and nobody has come forward."""
        where = (_w.ended_at.is_(None), _w.calling.is_(True), _w.taken_by.is_(None))
        return list(await self._session.scalars(select(Watch).where(*where).order_by(_w.started_at, _w.id)))
