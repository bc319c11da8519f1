"""A writer as a process of its own: `python -m tests.storage.writer URL NAME TIMES`."""

from __future__ import annotations

import asyncio
import sys

from sqlalchemy import text

from bot.storage.database import Database
from tests.storage.stores import NOW, open_database

ADD_ONE = text("UPDATE counter SET value = :value")
READ = text("SELECT value FROM counter")


async def count_up(database: Database, name: str, times: int) -> None:
    """Reads a number, waits a moment, writes one more: wrong as soon as two do it at once."""
    for number in range(times):
        async with database.work() as uow:
            value = int(await uow.session.scalar(READ) or 0)
            uow.say(number, "small-talk", dedupe=f"{name}:{number}", now=NOW, text="新" * 500)
            await uow.session.execute(ADD_ONE, {"value": value + 1})


async def _main(url: str, name: str, times: str) -> None:
    database = open_database(url)
    print("ready", flush=True)
    sys.stdin.readline()
    await count_up(database, name, int(times))
    await database.close()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
