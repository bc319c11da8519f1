"""A row or two in every table there is, of invented values, whatever the schema."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Time,
    insert,
)

from bot.storage.crypto import Keychain
from bot.storage.database import Database

CANARY = "曾奶奶 CANARY-1502 13800138000"
_AT = datetime(2026, 3, 4, 2, 0, 0, 123456, tzinfo=UTC)


async def fill_every_table(database: Database, rows: int = 2) -> None:
    """Past the nouns, so that no table is left out; the triggers of the record allow what is new."""
    async with database.work() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(_fill, database.keychain, rows)


def _fill(connection: Connection, keychain: Keychain, rows: int) -> None:
    found = MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        if table.name != "alembic_version":
            values = [
                {one.name: _value(connection, one, n, keychain) for one in table.columns}
                for n in range(1, rows + 1)
            ]
            connection.execute(insert(table), values)


def _value(connection: Connection, column: Column[Any], n: int, keychain: Keychain) -> Any:
    if column.nullable and n == 2:
        return None
    kind = column.type
    if isinstance(kind, Boolean):
        return n == 1
    if isinstance(kind, Integer):
        return n
    if isinstance(kind, LargeBinary):
        return keychain.close(f'"{CANARY}"'.encode() * n)
    if isinstance(kind, DateTime):
        return _AT if connection.dialect.name == "postgresql" else _AT.replace(tzinfo=None)
    if isinstance(kind, Date):
        return date(2026, 3, n)
    if isinstance(kind, Time):
        return time(8, 30, n)
    assert isinstance(kind, String), kind
    return f"{n}{column.name} 二\n😀"[: kind.length]
