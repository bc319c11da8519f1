"""How processes on one PostgreSQL wake each other: a connection of each one's own that listens and rings.

Who is not reached loses nothing: everybody looks by themselves every second. By the same connection others see that
somebody is at work here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import structlog

from bot.storage.cuts import CUT, connect
from bot.storage.database import KEPT_ALIVE, Database
from bot.storage.shared import AT_WORK, seat_number

log = structlog.get_logger(__name__)

CHANNEL = "linli"
AGAIN_S = 2.0
PING_S = 5.0

IN = "in"
"""Something has come in."""
OUT = "out"
"""Something was asked for that goes out, or takes long."""


async def own_connection(database: Database) -> asyncpg.Connection[Any]:
    """One apart from the pools, for as long as it lasts. Raises CUT."""
    places, names = database.url.get_dialect()().create_connect_args(database.url)
    return await connect(*places, **names, server_settings=KEPT_ALIVE)


_AT_WORK = "SELECT pg_try_advisory_lock_shared($1)"


class Line:
    """`wakes`: what is to be called when a bell rings, whoever rang it."""

    def __init__(self, database: Database, wakes: dict[str, list[Callable[[], None]]]) -> None:
        self._database = database
        self._wakes = wakes
        self._rung: set[str] = set()
        self._ringing = asyncio.Event()

    def ring(self, bell: str) -> None:
        """In every other process, soon; here whoever rings does what is to be done."""
        self._rung.add(bell)
        self._ringing.set()

    async def run(self) -> None:
        """For ever, until the connection cannot be had; then again."""
        while not self._database.is_sqlite:
            try:
                connection = await own_connection(self._database)
                try:
                    await self._serve(connection)
                finally:
                    connection.terminate()
            except CUT as error:
                log.warning("line-down", why=type(error).__name__, again_in_s=AGAIN_S)
            await asyncio.sleep(AGAIN_S)

    async def _serve(self, connection: asyncpg.Connection[Any]) -> None:
        if not await connection.fetchval(_AT_WORK, seat_number(AT_WORK), timeout=PING_S):
            log.warning("database-being-replaced", again_in_s=AGAIN_S)
            return
        await connection.add_listener(CHANNEL, self._heard)
        for bell in self._wakes:
            self._wake(bell)  # whatever was rung while nobody listened
        while True:
            self._ringing.clear()
            rung, self._rung = self._rung, set()
            for bell in rung:
                await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, bell, timeout=PING_S)
            try:
                async with asyncio.timeout(PING_S):
                    await self._ringing.wait()
            except TimeoutError:
                await connection.execute("SELECT 1", timeout=PING_S)

    def _heard(self, connection: Any, by: int, channel: str, bell: object) -> None:
        if by != connection.get_server_pid():
            self._wake(str(bell))

    def _wake(self, bell: str) -> None:
        for wake in self._wakes.get(bell, ()):
            wake()
