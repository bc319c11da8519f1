"""What this transaction has read already need not be read again.

Statements asked for all day are made once, with named places for their values: making one costs more than running it.
"""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.util import identity_key
from sqlalchemy.sql import Select

T = TypeVar("T")


def known(session: AsyncSession, noun: type[T], number: int) -> T | None:
    """That row, if this transaction has read or written it."""
    found: T | None = session.sync_session.identity_map.get(identity_key(noun, number))
    return found


async def one(session: AsyncSession, noun: type[T], number: int | None, query: Select[T]) -> T | None:
    """That row, known or read by `query`, whose place for it is called `number`."""
    if number is None:
        return None
    found = known(session, noun, number)
    if found is None:
        found = (await session.scalars(query, {"number": number})).unique().one_or_none()
    return found


def alone(session: AsyncSession) -> bool:
    """Nobody else can change anything while this transaction writes (SQLite), so no row need be locked."""
    return session.get_bind().dialect.name == "sqlite"
