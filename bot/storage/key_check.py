"""Does our key open this database? Asked before anything is written with it."""

from __future__ import annotations

from sqlalchemy import Column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import machinery, tables
from bot.storage.crypto import WrongKeyError
from bot.storage.database import Database
from bot.storage.resealing import number_of, raw, sealed_columns


class OldKeyMissingError(WrongKeyError):
    """The key is being changed: some values open, others need the old version, which is not there."""


async def check_key(database: Database) -> None:
    """Opens the oldest and the newest sealed value of each kind; says nothing about an empty database.

    Raises WrongKeyError, or OldKeyMissingError where our key opens a part.
    """
    opened = closed = False
    async with database.look() as uow:
        for value in await _some(uow.session):
            try:
                database.keychain.open(value)
                opened = True
            except WrongKeyError:
                closed = True
    if closed and opened:
        raise OldKeyMissingError("the old version of DATA_KEY is missing")
    if closed:
        raise WrongKeyError("DATA_KEY does not open this database")


async def _some(session: AsyncSession) -> list[bytes]:
    """Every row has the first kind; of the others the oldest may have been emptied, and looking for it takes long."""
    always = [column for column in sealed_columns() if not column.nullable] + [tables.member.c.data_key]
    newest = [machinery.inbox.c.payload, machinery.outbox.c.body]
    found = [await _end(session, column, last=last) for column in always for last in (False, True)]
    found += [await _end(session, column, last=True) for column in newest]
    return [value for value in found if value is not None]


async def _end(session: AsyncSession, column: Column[object], *, last: bool) -> bytes | None:
    number = number_of(column.table)
    query = select(raw(column)).where(column.is_not(None)).limit(1)
    value: bytes | None = await session.scalar(query.order_by(number.desc() if last else number))
    return None if value is None else bytes(value)


__all__ = ["OldKeyMissingError", "WrongKeyError", "check_key"]
