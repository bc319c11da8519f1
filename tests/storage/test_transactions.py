"""Whole transactions or nothing, also where somebody gives up or is stopped midway."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from bot.domain.member import Member
from bot.storage import sqlite
from bot.storage.database import Database
from bot.storage.machinery import occurrence
from tests.storage.stores import NOW, open_database


async def how_many(database: Database) -> int:
    """Occurrences that are there."""
    async with database.look() as uow:
        return int(await uow.session.scalar(select(func.count()).select_from(occurrence)) or 0)


async def _fails_at_the_end(database: Database) -> None:
    async with database.work() as uow:
        await uow.occurrences.first("first", NOW)
        uow.say(1, "small-talk", dedupe="a", now=NOW)
        uow.add(Member(1, "梅阿姨"))
        await uow.flush()
        raise RuntimeError("at the very end")


async def _nothing_is_there(database: Database) -> bool:
    async with database.look() as uow:
        posts = await uow.session.scalar(text("SELECT count(*) FROM outbox"))
        return posts == 0 and not await uow.members.by_telegram([1]) and await how_many(database) == 0


async def test_a_block_that_raises_leaves_nothing_behind_and_wakes_nobody(database: Database) -> None:
    woken: list[None] = []
    database.on_commit.append(lambda: woken.append(None))
    with pytest.raises(RuntimeError, match="at the very end"):
        await _fails_at_the_end(database)
    assert await _nothing_is_there(database)
    assert woken == []
    async with database.work() as uow:
        assert await uow.occurrences.first("first", NOW)


async def test_delivery_is_woken_after_the_commit_and_only_when_something_was_asked_for(
    database: Database,
) -> None:
    woken: list[None] = []
    database.on_commit.append(lambda: woken.append(None))
    async with database.work() as uow:
        await uow.occurrences.first("first", NOW)
    assert woken == []
    async with database.work() as uow:
        uow.say(1, "small-talk", dedupe="a", now=NOW)
        assert woken == []
    assert woken == [None]


async def test_a_block_that_is_cancelled_midway_leaves_nothing_and_lets_the_next_one_in(
    database: Database,
) -> None:
    inside = asyncio.Event()

    async def never_ends() -> None:
        async with database.work() as uow:
            await uow.occurrences.first("first", NOW)
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(never_ends())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5), database.work() as uow:
        assert await uow.occurrences.first("first", NOW)


async def test_a_statement_that_takes_too_long_is_broken_off_and_leaves_a_database_that_works(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Statements run on the event loop: one that never ends would be the end of everything else."""
    database = open_database(sqlite_url)
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)"
    async with database.work() as uow:
        assert await uow.occurrences.first("before", NOW)
    monkeypatch.setattr(sqlite, "LONGEST_S", 0.1)

    async def never_ends() -> None:
        async with database.work() as uow:
            await uow.occurrences.first("first", NOW)
            await uow.session.execute(text(f"{numbers} SELECT max(i) FROM n"))

    with pytest.raises(OperationalError, match="interrupted"):
        await never_ends()
    assert await how_many(database) == 1
    async with asyncio.timeout(5), database.work() as uow:
        assert await uow.occurrences.first("first", NOW)
    await database.close()


async def test_who_gives_up_waiting_for_a_turn_leaves_the_queue(sqlite_url: str) -> None:
    first, second = open_database(sqlite_url), open_database(sqlite_url)

    async def write(database: Database, key: str) -> bool:
        async with database.work() as uow:
            return await uow.occurrences.first(key, NOW)

    async with first.work():
        for waiting in (second, first):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(write(waiting, "gave up"), 0.05)
    async with asyncio.timeout(5):
        assert await write(second, "second")
        assert await write(first, "first")
    await first.close()
    await second.close()
