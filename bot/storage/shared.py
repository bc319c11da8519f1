"""What several processes on one PostgreSQL share: its time, and turns that one of them takes after the other.

On SQLite one process works alone, and nothing here is asked.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum
from hashlib import blake2b

from sqlalchemy import BigInteger, ColumnElement, DateTime, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

LEASE = timedelta(seconds=15)
"""So long a process may be silent before another goes on with what it had in hand."""
RENEW_S = 5.0
"""Seconds between two signs of life of whoever has something in hand for longer."""

AT_WORK = "work"
"""A seat with room for all: whoever works on this database, in whatever role."""

_ALONE = select(func.pg_try_advisory_xact_lock(bindparam("number", type_=BigInteger)))
_QUEUE = select(func.pg_advisory_xact_lock(bindparam("family"), bindparam("number")))
_FAMILY = 0x11


class Queue(IntEnum):
    """Where one process after the other takes something in hand, each until the end of its transaction."""

    INBOX = 1
    OUTBOX = 2
    SCHEMA = 3


def server_now() -> ColumnElement[datetime]:
    """This very moment by the server's own clock; machines may disagree, and a transaction may have begun long ago."""
    return func.clock_timestamp(type_=DateTime(timezone=True))


def leased_until() -> ColumnElement[datetime]:
    """When a lease that is given now ends."""
    return server_now() + LEASE


async def take_turn(session: AsyncSession, queue: Queue) -> None:
    """Waits until nobody else is at it; what is read from then on is what they left."""
    await session.execute(_QUEUE, {"family": _FAMILY, "number": int(queue)})


class AtWorkError(Exception):
    """Other processes work on this database."""


async def stand_alone(session: AsyncSession) -> None:
    """To the end of this transaction nobody else begins to work here. Raises AtWorkError where somebody does already."""
    if session.get_bind().dialect.name == "sqlite":
        return
    await take_turn(session, Queue.SCHEMA)
    if not await session.scalar(_ALONE, {"number": seat_number(AT_WORK)}):
        raise AtWorkError


def seat_number(name: str) -> int:
    """A seat's number among PostgreSQL's advisory locks, which are apart for each database."""
    return int.from_bytes(blake2b(f"linli:{name}".encode(), digest_size=8).digest(), signed=True)
