"""Sealing anew, under the newest version of the key, whatever an older one sealed: a slice at a time, at any time.

Each value says which version sealed it, so nothing need be remembered: after a break it goes on where it was.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, bindparam, func, select, type_coerce, update
from sqlalchemy.sql import ColumnElement

from bot.storage import machinery, tables
from bot.storage.crypto import Encrypted, EncryptedBytes
from bot.storage.database import Database

SLICE = 200
"""Values a transaction."""
_FILES = 4


@dataclass(frozen=True)
class Progress:
    """So many values of a column were sealed anew just now."""

    column: str
    values: int


def sealed_columns() -> list[Column[Any]]:
    """Every column sealed under the community's key. The keys of households and persons are last: while the oldest
    is sealed under an old version, everybody knows that the change is not finished."""
    found = [
        column
        for table in machinery.inbox.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Encrypted | EncryptedBytes)
    ]
    keys = [table.c.data_key for table in machinery.inbox.metadata.sorted_tables if "data_key" in table.c]
    return [*found, *(one for one in keys if one.table is not tables.member), tables.member.c.data_key]


def number_of(table: Table) -> Column[Any]:
    """By which its rows are told apart."""
    (number,) = table.primary_key.columns
    return number


def raw(column: Column[Any]) -> ColumnElement[bytes]:
    """What is stored, sealed."""
    return type_coerce(column, LargeBinary)


async def reseal(database: Database) -> AsyncIterator[Progress]:
    """Once through everything. What changes meanwhile is passed over: it was sealed anew by whoever changed it."""
    for column in sealed_columns():
        after: Any = None
        while True:
            done, after = await _slice(database, column, after)
            if not done:
                break
            yield Progress(f"{column.table.name}.{column.name}", done)


async def _slice(database: Database, column: Column[Any], after: Any) -> tuple[int, Any]:
    """The next rows after that one: how many, and the last of them."""
    keychain, number = database.keychain, number_of(column.table)
    mark = b"\x02" + keychain.newest
    query = (
        select(number.label("at_"), raw(column).label("was_"))
        .where(column.is_not(None), func.substr(raw(column), 1, len(mark)) != mark)
        .order_by(number)
        .limit(_FILES if isinstance(column.type, EncryptedBytes) else SLICE)
    )
    async with database.work() as uow:
        rows = list(await uow.session.execute(query.where(number > after) if after is not None else query))
        if not rows:
            return 0, after
        same = (number == bindparam("at_"), raw(column) == bindparam("was_", type_=LargeBinary))
        change = update(column.table).where(*same)
        change = change.values({column.name: bindparam("sealed_", type_=LargeBinary)})
        values = [
            {"at_": row.at_, "was_": row.was_, "sealed_": keychain.close(keychain.open(row.was_))}
            for row in rows
        ]
        connection = await uow.session.connection()
        await connection.execute(change, values)
    return len(rows), rows[-1].at_


async def left(database: Database) -> dict[str, int]:
    """How many values each column has that an older version sealed; columns without one are left out."""
    mark = b"\x02" + database.keychain.newest
    counts: dict[str, int] = {}
    for column in sealed_columns():
        async with database.look() as uow:
            old = func.substr(raw(column), 1, len(mark)) != mark
            query = select(func.count()).select_from(column.table).where(column.is_not(None), old)
            if count := int(await uow.session.scalar(query) or 0):
                counts[f"{column.table.name}.{column.name}"] = count
    return counts
