"""The door to the database: whole transactions or nothing, and readers who cannot write."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import OperationalError

from bot.domain.member import Member
from bot.storage.database import Database
from bot.storage.machinery import occurrence
from bot.storage.work import UnitOfWork
from tests.storage.stores import NOW, open_database
from tests.storage.test_transactions import how_many


async def test_a_reader_cannot_write(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    async with database.look() as uow:
        with pytest.raises(OperationalError, match="readonly"):
            await uow.session.execute(insert(occurrence).values(period_key="x", at=NOW))
    assert await how_many(database) == 0
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
            assert await how_many(database) == 1
    assert await how_many(database) == 2


async def test_a_look_sees_one_moment_however_long_it_lasts(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    query = select(func.count()).select_from(occurrence)
    async with database.look() as looking:
        assert await looking.session.scalar(query) == 0
        async with database.work() as uow:
            await uow.occurrences.first("meanwhile", NOW)
        assert await looking.session.scalar(query) == 0
    assert await how_many(database) == 1
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
