"""Does our key open this database? Asked before anything is written with it."""

from __future__ import annotations

from sqlalchemy import Column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import machinery, tables
from bot.storage.crypto import WrongKeyError
from bot.storage.database import Database


async def check_key(database: Database) -> None:
    """Opens one sealed value of each kind. Raises WrongKeyError; says nothing about an empty database."""
    async with database.look() as uow:
        wrapped = await _newest(uow.session, tables.member.c.data_key)
        if isinstance(wrapped, bytes):
            database.keychain.unwrap(wrapped)
        for column in (machinery.inbox.c.payload, machinery.outbox.c.body, tables.case.c.text):
            await _newest(uow.session, column)


async def _newest(session: AsyncSession, column: Column[object]) -> object:
    table = column.table
    query = select(column).where(column.is_not(None)).order_by(table.c.id.desc()).limit(1)
    return await session.scalar(query)


__all__ = ["WrongKeyError", "check_key"]
