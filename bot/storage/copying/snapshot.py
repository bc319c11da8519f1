"""One consistent look at a whole database, a page at a time, while others go on writing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, MetaData, Table, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.copying.rows import Row
from bot.storage.crypto import EncryptedBytes
from bot.storage.database import Database
from bot.storage.schema import current_revision

PAGE = 500
_FILES = 2
_VERSION = "alembic_version"


class Snapshot:
    """What was committed when it began, whatever is committed meanwhile."""

    def __init__(self, connection: AsyncConnection, schema: str | None, shape: MetaData) -> None:
        self._connection = connection
        self._shape = shape
        self.schema = schema
        """The revision; None where there are no tables."""

    @property
    def tables(self) -> dict[str, list[str]]:
        """Their columns, by table; what refers to another table comes after it."""
        return {table.name: columns_of(table) for table in self._shape.sorted_tables}

    async def pages(self, name: str) -> AsyncIterator[list[Row]]:
        """All rows of one table, some at a time."""
        table = self._shape.tables[name]
        columns = [table.c[column] for column in columns_of(table)]
        key = list(table.primary_key.columns)
        at = [columns.index(column) for column in key]
        most = _page(name)
        first = query = select(*columns).order_by(*key).limit(most)
        while rows := [tuple(row) for row in await self._connection.execute(query)]:
            yield rows
            if len(rows) < most:
                return
            query = first.where(tuple_(*key) > tuple_(*(rows[-1][index] for index in at)))


def columns_of(table: Table) -> list[str]:
    """In an order that does not depend on how the table was made."""
    return sorted(column.name for column in table.columns)


def shape_of(connection: Connection) -> MetaData:
    """The tables as the database itself has them, but alembic's own."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name != _VERSION)
    return found


def _page(name: str) -> int:
    """Few where a row may be a whole file."""
    table = tables.metadata.tables.get(name)
    files = table is not None and any(isinstance(one.type, EncryptedBytes) for one in table.columns)
    return _FILES if files else PAGE


@asynccontextmanager
async def snapshot(database: Database) -> AsyncIterator[Snapshot]:
    """Opens one. SQLite's readers see one moment anyway; PostgreSQL is asked to."""
    how: dict[str, Any] = {} if database.is_sqlite else {"isolation_level": "REPEATABLE READ"}
    async with database.reader.connect() as connection:
        await connection.execution_options(**how)
        async with connection.begin():
            schema = await connection.run_sync(current_revision)
            yield Snapshot(connection, schema, await connection.run_sync(shape_of))
