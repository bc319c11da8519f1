"""Queries for results entered from paper."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.visit.entry import PaperEntry
from bot.storage import tables


class PaperEntries:
    """Batches, by number."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, entry_id: int, *, lock: bool = False) -> PaperEntry:
        """That batch. Raises RuleError when there is none. `lock`: nobody else takes it back meanwhile."""
        query = select(PaperEntry).where(tables.paper_entry.c.id == entry_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-entry-undo")
        return found
