"""What households wish of whoever visits them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import tables
from bot.storage.inserting import insert_or_set

_w = tables.visit_wish.c


class Wishes:
    """Sealed, by household."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, household_id: int) -> tuple[str, ...]:
        """What that household wishes."""
        return (await self.of_many([household_id])).get(household_id, ())

    async def of_many(self, households: Collection[int]) -> dict[int, tuple[str, ...]]:
        """Those of them that wish something."""
        query = select(_w.household_id, _w.wishes).where(_w.household_id.in_(sorted(set(households))))
        return {row.household_id: row.wishes for row in await self._session.execute(query) if row.wishes}

    async def write(self, household_id: int, wishes: Collection[str], now: datetime) -> None:
        """What it wishes from now on."""
        row = {"household_id": household_id, "wishes": tuple(sorted(wishes)), "changed_at": now}
        values = ("wishes", "changed_at")
        await self._session.execute(
            insert_or_set(self._session, tables.visit_wish, ("household_id",), values), [row]
        )

    async def forget(self, household_id: int) -> None:
        """Nothing is left of it."""
        await self._session.execute(delete(tables.visit_wish).where(_w.household_id == household_id))
