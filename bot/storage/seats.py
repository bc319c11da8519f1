"""What only one process at a time may do: the clock, polling with a token. A seat, held as an advisory lock.

A process that dies lets go of its seat with its connection, and one of those who wait for it sits down. For some seconds
after a connection has broken two may think that they hold it: whatever is done on a seat has to bear that, and does
(an occurrence happens once, an update is stored once).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.cuts import CUT
from bot.storage.database import Database
from bot.storage.line import own_connection
from bot.storage.shared import seat_number

log = structlog.get_logger(__name__)

CLOCK = "clock"
_HELD = (
    " FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND classid::bigint = :high AND objid::bigint = :low"
)
LOOK_S = 2.0
PATIENCE_S = 5.0


class _LostError(Exception):
    """The connection that held the seat is broken."""


async def hold(database: Database, seat: str, work: Callable[[], Awaitable[None]]) -> None:
    """Does `work`, which never ends by itself, whenever nobody else does. One process alone does it at once."""
    while not database.is_sqlite:
        try:
            connection = await own_connection(database)
            try:
                await _sit_down(connection, seat)
                await _while_held(connection, work)
            finally:
                connection.terminate()
        except _LostError:
            log.warning("seat-lost", seat=seat)
        except CUT as error:
            log.warning("seat-unreachable", seat=seat, why=type(error).__name__)
        await asyncio.sleep(LOOK_S)
    await work()


async def free(session: AsyncSession, seat: str) -> bool:
    """Whoever holds it stands still: the server ends that connection, so that another may sit down. False: it was empty.

    If they come to themselves later they find the seat lost, as after any broken connection.
    """
    return bool(
        (await session.scalars(text(f"SELECT pg_terminate_backend(pid){_HELD}"), _halves(seat))).all()
    )


def _halves(seat: str) -> dict[str, int]:
    """Its number as the server lists it among its locks."""
    number = seat_number(seat)
    return {"high": number >> 32 & 0xFFFFFFFF, "low": number & 0xFFFFFFFF}


async def _sit_down(connection: asyncpg.Connection[Any], seat: str) -> None:
    number, waited = seat_number(seat), False
    while not await connection.fetchval("SELECT pg_try_advisory_lock($1)", number, timeout=PATIENCE_S):
        if not waited:
            log.info("seat-taken-by-another", seat=seat)
        waited = True
        await asyncio.sleep(LOOK_S)
    log.info("seat-held", seat=seat)


async def _while_held(connection: asyncpg.Connection[Any], work: Callable[[], Awaitable[None]]) -> None:
    """Raises what `work` raises, and _LostError."""
    working = asyncio.ensure_future(work())
    try:
        while True:
            done, _ = await asyncio.wait([working], timeout=LOOK_S)
            if done:
                return working.result()
            try:
                await connection.execute("SELECT 1", timeout=PATIENCE_S)
            except CUT as error:
                raise _LostError from error
    finally:
        working.cancel()
        await asyncio.wait([working])
