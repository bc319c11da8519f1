"""The door to the database: whole transactions or nothing, and readers who cannot write."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import OperationalError

from bot.domain.member import Member
from bot.storage import sqlite
from bot.storage.database import Database
from bot.storage.machinery import occurrence
from bot.storage.work import UnitOfWork
from tests.storage.stores import NOW, open_database


async def _count(database: Database) -> int:
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
        return posts == 0 and not await uow.members.by_telegram([1]) and await _count(database) == 0


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
    assert await _count(database) == 1
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


async def test_a_reader_cannot_write(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    async with database.look() as uow:
        with pytest.raises(OperationalError, match="readonly"):
            await uow.session.execute(insert(occurrence).values(period_key="x", at=NOW))
    assert await _count(database) == 0
    await database.close()


async def test_what_is_changed_in_a_look_is_not_kept(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(1, "梅阿姨"))
    async with database.look() as uow:
        (await uow.members.get(1)).resting = True
        uow.add(Member(2, "不该有"))
        uow.say(1, "small-talk", dedupe="a", now=NOW)
    async with database.look() as uow:
        assert not (await uow.members.get(1)).resting
        assert not await uow.members.by_telegram([2])
        assert await uow.session.scalar(text("SELECT count(*) FROM outbox")) == 0


async def test_a_look_sees_the_last_commit_and_nothing_that_is_not_committed(database: Database) -> None:
    async with database.work() as uow:
        await uow.occurrences.first("committed", NOW)
    async with database.work() as uow:
        await uow.occurrences.first("not yet", NOW)
        async with asyncio.timeout(2):
            assert await _count(database) == 1
    assert await _count(database) == 2


async def test_a_look_sees_one_moment_however_long_it_lasts(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    query = select(func.count()).select_from(occurrence)
    async with database.look() as looking:
        assert await looking.session.scalar(query) == 0
        async with database.work() as uow:
            await uow.occurrences.first("meanwhile", NOW)
        assert await looking.session.scalar(query) == 0
    assert await _count(database) == 1
    await database.close()


async def test_sqlite_is_set_up_so_that_a_commit_survives_a_power_cut(sqlite_url: str) -> None:
    database = open_database(sqlite_url)

    async def pragma(uow: UnitOfWork, name: str) -> object:
        return await uow.session.scalar(text(f"PRAGMA {name}"))

    async with database.work() as uow:
        assert await pragma(uow, "journal_mode") == "wal"
        assert await pragma(uow, "synchronous") == 2
        assert await pragma(uow, "foreign_keys") == 1
    async with database.look() as uow:
        assert await pragma(uow, "query_only") == 1
        assert await pragma(uow, "wal_autocheckpoint") == 0
    await database.close()


async def test_a_move_of_a_row_that_somebody_else_moved_meanwhile_is_refused(database: Database) -> None:
    """Two transactions that read the same member: the second to write finds that it knew an old version."""
    async with database.work() as uow:
        uow.add(Member(1, "梅阿姨"))
    async with database.look() as uow:
        stale = await uow.members.get(1)
    async with database.work() as uow:
        (await uow.members.get(1)).rest(True, NOW)
    with pytest.raises(Exception, match="expected to update 1 row"):
        await _write_stale(database, stale)
    async with database.look() as uow:
        assert (await uow.members.get(1)).resting


async def _write_stale(database: Database, stale: Member) -> None:
    async with database.work() as uow:
        uow.add(stale)
        stale.rest(False, NOW)


def test_the_sqlite_here_is_one_the_lock_was_made_for_or_newer() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35), "ON CONFLICT and RETURNING are needed"
