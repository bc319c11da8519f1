"""What is to happen once a period, whatever the number of ticks."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.inserting import insert_new, insert_or_set
from bot.storage.machinery import occurrence


class Occurrences:
    """Rows with a unique period key: who writes one first does the work."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def happened(self, period_key: str) -> bool:
        """Has somebody asked for that period before?"""
        return await self.last(period_key) is not None

    async def first(self, period_key: str, now: datetime) -> bool:
        """True for the first to ask for that period ("todo:2026-11-22T08:30")."""
        result = await self._session.execute(
            insert_new(self._session, occurrence).values(period_key=period_key, at=now)
        )
        return isinstance(result, CursorResult) and result.rowcount == 1

    async def last(self, key: str) -> datetime | None:
        """When `note` was last told of it; None: never."""
        at: datetime | None = await self._session.scalar(
            select(occurrence.c.at).where(occurrence.c.period_key == key)
        )
        return at

    async def note(self, key: str, now: datetime) -> None:
        """It happens again and again; only the last time is kept."""
        again = insert_or_set(self._session, occurrence, ("period_key",), ("at",))
        await self._session.execute(again, {"period_key": key, "at": now})
