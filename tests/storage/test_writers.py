"""Several writers of one SQLite database take turns: no error, nothing lost, nothing corrupted.

The bot and a CLI command write to the same file from two processes while readers read.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.storage.database import Database
from tests.storage.stores import open_database
from tests.storage.writer import READ, count_up

TIMES = 60


@pytest.fixture
async def counter(sqlite_url: str) -> AsyncIterator[Database]:
    """A database with one number in it."""
    database = open_database(sqlite_url)
    async with database.work() as uow:
        await uow.session.execute(text("CREATE TABLE counter (value INTEGER)"))
        await uow.session.execute(text("INSERT INTO counter VALUES (0)"))
    yield database
    await database.close()


async def _found(database: Database) -> tuple[int, int, str]:
    async with database.look() as uow:
        value = int(await uow.session.scalar(READ) or 0)
        posts = int(await uow.session.scalar(text("SELECT count(*) FROM outbox")) or 0)
        return value, posts, str(await uow.session.scalar(text("PRAGMA integrity_check")))


async def _read_on(database: Database) -> int:
    """Reads for ever; every look must be of one moment: as many posts as the number says."""
    looks = 0
    while True:
        async with database.look() as uow:
            value = await uow.session.scalar(READ)
            assert await uow.session.scalar(text("SELECT count(*) FROM outbox")) == value
        looks += 1
        await asyncio.sleep(0)


async def test_two_doors_to_one_file_in_one_process_take_turns(counter: Database, sqlite_url: str) -> None:
    other = open_database(sqlite_url)
    reading = asyncio.create_task(_read_on(other))
    await asyncio.gather(*(count_up(one, f"{n}", TIMES) for n, one in enumerate((counter, other, counter))))
    assert not reading.done()
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    assert await _found(counter) == (3 * TIMES, 3 * TIMES, "ok")
    await other.close()


async def _another_process(url: str) -> Process:
    command = (sys.executable, "-m", "tests.storage.writer", url, "another process", "1000000")
    writer = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    assert writer.stdout is not None
    assert await writer.stdout.readline() == b"ready\n"
    return writer


@pytest.mark.slow
async def test_two_processes_take_turns_and_one_that_is_killed_midway_gives_its_turn_back(
    counter: Database, sqlite_url: str
) -> None:
    writer = await _another_process(sqlite_url)
    assert writer.stdin is not None
    writer.stdin.write(b"go\n")
    reading = asyncio.create_task(_read_on(counter))
    await count_up(counter, "here", TIMES)
    assert writer.returncode is None
    writer.kill()
    _, errors = await writer.communicate()
    assert errors == b""
    async with asyncio.timeout(5):
        await count_up(counter, "after", 5)
    assert not reading.done()
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    value, posts, integrity = await _found(counter)
    assert value == posts
    assert value >= TIMES + 5 + TIMES // 2, "one of them hardly ever had its turn"
    assert integrity == "ok"
