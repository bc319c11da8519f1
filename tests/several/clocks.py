"""Processes that all want to have the clock: each waits for the seat and, while it has it, ticks through invented days.

`python -m tests.several.clocks URL COUNT` imports everything once, forks that many, and says their numbers, a line each.
Each says its number again whenever a tick begins, and `over` when the last day is. Ends with its standard input.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from datetime import datetime, timedelta
from functools import partial

import uvloop

from bot.clock import Clock
from bot.logs import setup_logging
from bot.storage import seats
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from scheduler import hello, visits
from scheduler.ticks import Ticker
from tests.storage.stores import NOW, open_database

DAYS = 28
STEP = timedelta(hours=8)
NOON = "noon"
"""The occurrence that says how far time has come, for whoever goes on after another."""


async def _get_on(uow: UnitOfWork, now: datetime) -> None:
    """Written down with who it was."""
    await uow.occurrences.note(NOON, now)
    uow.record("ticked", f"process:{os.getpid()}", now=now)


async def _tick(database: Database) -> None:
    """For ever; time goes on from where it was."""
    async with database.look() as uow:
        clock = Clock(await uow.occurrences.last(NOON) or NOW)
    ticker = Ticker(database, clock, [_get_on, visits.open_due, hello.ask])
    while True:
        clock.move(STEP)
        os.write(1, f"{os.getpid()}\n".encode())
        await ticker.tick()
        if clock.now() > NOW + timedelta(days=DAYS):
            os.write(1, b"over\n")
            await asyncio.sleep(60)


async def _live(url: str) -> None:
    database = open_database(url)
    await seats.hold(database, "clock", partial(_tick, database))


def main(url: str, count: int) -> None:
    """One fork each."""
    setup_logging("WARNING", stream=sys.stderr)
    seats.LOOK_S = 0.1
    born = []
    for _ in range(count):
        number = os.fork()
        if number == 0:
            try:
                uvloop.run(_live(url))
            finally:
                os._exit(1)
        born.append(number)
    print(*born, flush=True)
    sys.stdin.read()
    for number in born:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
