"""Puts a copy into a database: all of it or nothing, and looks afterwards whether it is all there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, MetaData, func, insert, inspect, literal, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import machinery
from bot.storage.copying.rows import Row, Tally, pack
from bot.storage.copying.snapshot import Snapshot, columns_of, shape_of
from bot.storage.schema import upgrade_to

_FUNCTIONS = ("linli_append_only", "linli_event_remains")


class MismatchError(Exception):
    """What arrived is not what was sent."""


class Target:
    """An open transaction on the database to be filled."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._shape = MetaData()

    async def lay_out(self, schema: str) -> None:
        """Empty tables of that revision, whatever was there before. Raises SchemaTooNewError."""
        await self._connection.run_sync(_clear)
        await self._connection.run_sync(upgrade_to, schema)
        self._shape = await self._connection.run_sync(shape_of)

    async def fill(self, name: str, columns: list[str], pages: AsyncIterator[list[Row]]) -> Tally:
        """All rows of one table; their tally. Raises MismatchError where there is no such table or column."""
        table = self._shape.tables.get(name)
        if table is None or columns_of(table) != columns:
            raise MismatchError(f"{name}: the columns are not those of its schema")
        naive = self._connection.dialect.name == "sqlite"
        tally, order = Tally(), insert(table)
        async for page in pages:
            for row in page:
                tally.add(pack(row))
            values = [dict(zip(columns, _stored(row, naive), strict=True)) for row in page]
            await self._connection.execute(order, values)
        return tally

    async def check(self, expected: dict[str, Tally]) -> None:
        """Reads everything anew. Raises MismatchError for the first table that is not as it was sent."""
        there = Snapshot(self._connection, None, self._shape)
        for name in sorted(there.tables.keys() | expected.keys()):
            found = Tally()
            if name in there.tables:
                async for page in there.pages(name):
                    for row in page:
                        found.add(pack(row))
            if found != expected.get(name, Tally()):
                raise MismatchError(f"{name}: {found.rows} rows arrived that are not those that were sent")

    async def go_on_counting(self) -> None:
        """The next new row gets the number after the last (PostgreSQL keeps that apart from the rows)."""
        if self._connection.dialect.name != "postgresql":
            return
        for table in self._shape.sorted_tables:
            key = list(table.primary_key.columns)
            where = func.pg_get_serial_sequence(f'"{table.name}"', key[0].name)
            sequence = await self._connection.scalar(select(where))
            last = await self._connection.scalar(select(func.max(key[0]))) if sequence else None
            if last is not None:
                await self._connection.execute(select(func.setval(sequence, last)))


def _stored(row: Row, naive: bool) -> Iterator[Any]:
    """SQLite keeps instants in UTC without saying so."""
    for value in row:
        late = naive and isinstance(value, datetime)
        yield value.astimezone(UTC).replace(tzinfo=None) if late else value


def _clear(connection: Connection) -> None:
    ours = {table.name for table in machinery.inbox.metadata.sorted_tables} | {"alembic_version"}
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name in ours)
    found.drop_all(connection)
    if connection.dialect.name == "postgresql":
        for name in _FUNCTIONS:
            connection.execute(text(f"DROP FUNCTION IF EXISTS {name}() CASCADE"))


async def is_empty(connection: AsyncConnection) -> bool:
    """Whether there is nothing to lose: no tables of ours, or no row in them."""

    def look(sync: Connection) -> bool:
        there = set(inspect(sync).get_table_names())
        ours = [table for table in machinery.inbox.metadata.sorted_tables if table.name in there]
        return not any(sync.scalar(select(literal(1)).select_from(table).limit(1)) for table in ours)

    return await connection.run_sync(look)
