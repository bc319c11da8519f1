"""Queries for searches (敲门没人应): which are due, who was called, and who may answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql import Select

from bot.domain.errors import RuleError
from bot.domain.visit import Unanswered
from bot.domain.visit.unanswered import QUIET
from bot.storage import tables
from bot.storage.machinery import placement

_u, _p = tables.unanswered.c, placement.c


def _whole() -> Select[Unanswered]:
    return select(Unanswered).options(selectinload(Unanswered.tried))  # type: ignore[arg-type]


def subject_of(search_id: int | None) -> str:
    """What all cards of a search are about."""
    return f"search:{search_id}"


class Searches:
    """Doors nobody has opened."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, search_id: int, *, lock: bool = False) -> Unanswered:
        """That search. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = _whole().where(_u.id == search_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = (await self._session.scalars(query)).one_or_none()
        if found is None:
            raise RuleError("no-such-search")
        return found

    async def due(self, now: datetime, limit: int) -> list[Unanswered]:
        """Where the clock has something to do; a time too far ahead means that the clock was set back."""
        when = or_(_u.next_at <= now, _u.next_at > now + QUIET)
        query = _whole().where(_u.ended_at.is_(None), when).order_by(_u.next_at, _u.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def open(self) -> list[Unanswered]:
        """All that go on, the oldest first."""
        query = _whole().where(_u.ended_at.is_(None)).order_by(_u.started_at, _u.id)
        return list(await self._session.scalars(query))

    async def of_visit(self, visit_id: int | None) -> Unanswered | None:
        """The one that goes on for a visit."""
        where = (_u.visit_id == visit_id, _u.ended_at.is_(None))
        return (await self._session.scalars(_whole().where(*where).order_by(_u.id.desc()).limit(1))).first()

    async def asked(self, search_id: int | None, *cards: str) -> list[int]:
        """In which private chats one of these cards of it was put, the first asked first; any card where none is named."""
        where = [_p.subject == subject_of(search_id), _p.chat_id > 0]
        if cards:
            where.append(_p.card.in_(cards))
        rows = await self._session.scalars(select(_p.chat_id).where(*where).order_by(_p.id))
        return list(dict.fromkeys(rows))
