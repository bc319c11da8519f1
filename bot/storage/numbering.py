"""Numbers for new rows. On SQLite they are given out without writing the rows, which then go out together, at the end.

Writing each row as soon as its number is wanted costs a statement and a flush a row, and a second statement for what
changes in it later in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, func, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, Session

from bot.storage.knowing import alone

_NEXT = "next numbers"


class WritingSession(Session):
    """A session that forgets which numbers are free once rows are written: some may have got theirs from SQLite."""

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Writes what is new and changed."""
        if self._new:
            self.info.pop(_NEXT, None)
        super().flush(objects)


async def give_numbers(session: AsyncSession) -> None:
    """Gives every new noun its number. Nobody else can take it: on SQLite this transaction writes alone.

    On PostgreSQL the rows are written, since only the server knows what is free.
    """
    if not alone(session):
        await session.flush()
        return
    free: dict[Table, int] = session.info.setdefault(_NEXT, {})
    for noun in session.new:
        mapper: Mapper[Any] = inspect(noun).mapper
        table = mapper.local_table
        assert isinstance(table, Table)
        if "id" not in table.c or noun.id is not None:
            continue
        if table not in free:
            free[table] = await _next(session, table)
        noun.id = free[table]
        free[table] += 1


async def _next(session: AsyncSession, table: Table) -> int:
    """What SQLite itself would give. Not asked through the session: that would write the new rows first."""
    connection = await session.connection()
    return int(await connection.scalar(select(func.max(table.c.id))) or 0) + 1
