"""What was reported and what was solved in a week, by building: numbers and categories, nothing private."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import CaseState, Ending
from bot.domain.chat import Chat, ChatKind, ChatState
from bot.domain.place import Place
from bot.storage import tables

_c, _g = tables.case.c, tables.chat.c
_TOLD = and_(_c.sensitive.is_(False), _c.state.not_in((CaseState.WITHDRAWN, CaseState.MERGED)))
"""Sensitive ones are nobody's business; what was withdrawn or is another case over again is no case of its own."""


class Weeks:
    """Cases that a week knows."""

    def __init__(self, session: AsyncSession, since: datetime, until: datetime) -> None:
        self._session = session
        self._reported = and_(_c.reported_at >= since, _c.reported_at < until)
        self._solved = and_(_c.closed_at >= since, _c.closed_at < until, _c.how == Ending.FIXED)

    async def buildings(self) -> set[Place]:
        """Where anything happened."""
        query = select(_c.compound, _c.building).where(_TOLD, or_(self._reported, self._solved)).distinct()
        return {Place(row.compound, row.building) for row in await self._session.execute(query)}

    async def groups(self) -> list[Chat]:
        """The groups of all buildings."""
        query = select(Chat).where(_g.kind == ChatKind.BUILDING, _g.state == ChatState.ACTIVE)
        return list(await self._session.scalars(query.order_by(_g.chat_id)))

    async def reported(self, place: Place) -> int:
        """How many there."""
        here = (_c.compound == place.compound, _c.building == place.building)
        query = select(func.count()).select_from(tables.case).where(_TOLD, self._reported, *here)
        return int(await self._session.scalar(query) or 0)

    async def solved(self, place: Place) -> list[tuple[str | None, int]]:
        """Category and how many of it there, most first; only what the resident said is solved."""
        here = (_c.compound == place.compound, _c.building == place.building)
        query = select(_c.category, func.count()).where(_TOLD, self._solved, *here)
        rows = await self._session.execute(
            query.group_by(_c.category).order_by(func.count().desc(), _c.category)
        )
        return [(row[0], row[1]) for row in rows]
