"""Trouble with the database is told from faults of ours, and said in a line without anybody's words."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.storage import database
from bot.storage.database import Database, DatabaseTroubleError
from bot.storage.excuses import (
    Excuses,
    HeldTooLongError,
    held_too_long,
    is_broken,
    is_full,
    is_trouble,
    tell_failure,
    why,
)
from tests.storage.stores import open_database


def _sqlite(code: int, said: str) -> OperationalError:
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode = code
    return OperationalError("INSERT", {"text": "梅阿姨的话"}, error, hide_parameters=True)


@pytest.mark.parametrize(
    "error",
    [
        _sqlite(sqlite3.SQLITE_FULL, "database or disk is full"),
        _sqlite(sqlite3.SQLITE_IOERR | 3 << 8, "disk I/O error"),
        _sqlite(sqlite3.SQLITE_READONLY, "attempt to write a readonly database"),
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EROFS, "Read-only file system"),
    ],
)
def test_a_disk_that_does_not_take_it_is_always_an_excuse(error: Exception) -> None:
    excuses = Excuses()
    assert is_full(error)
    assert is_trouble(error)
    assert not held_too_long(error)
    assert all(excuses.excuse(1, error) for _ in range(100))


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        (sqlite3.SQLITE_NOTADB, True),
        (sqlite3.SQLITE_CORRUPT_INDEX, True),
        (sqlite3.SQLITE_IOERR_SHORT_READ, True),
        (sqlite3.SQLITE_IOERR_SHMSIZE, False),
        (sqlite3.SQLITE_IOERR_WRITE, False),
        (sqlite3.SQLITE_FULL, False),
    ],
)
def test_what_takes_nothing_more_is_not_taken_for_broken(code: int, broken: bool) -> None:
    assert is_broken(_sqlite(code, "disk I/O error")) is broken


def test_a_fault_of_ours_is_none() -> None:
    wrong = IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed: case.id"))
    for error in (wrong, ZeroDivisionError(), OSError(errno.ENOENT, "No such file")):
        assert not is_trouble(error)
        assert not Excuses().excuse(1, error)


def test_trouble_is_a_line_and_a_fault_a_traceback() -> None:
    with structlog.testing.capture_logs() as lines:
        log = structlog.get_logger()
        tell_failure(log, "not-written", _sqlite(sqlite3.SQLITE_FULL, "database or disk is full"))
        tell_failure(log, "not-written", ZeroDivisionError())
    assert lines[0] == {"event": "not-written", "why": "database or disk is full", "log_level": "warning"}
    assert isinstance(lines[1]["exc_info"], ZeroDivisionError)


async def test_who_waits_too_long_for_another_process_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_S", 0.05)
    url = f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    one, other = open_database(url), open_database(url)
    async with one.work():
        with pytest.raises(HeldTooLongError) as failed:
            await _writes(other)
    assert why(failed.value) == "another process has been writing for too long"
    await _writes(other)
    await one.close()
    await other.close()


async def _writes(one: Database) -> None:
    async with one.work() as uow:
        await uow.session.execute(text("SELECT 1"))


@pytest.mark.postgres
async def test_a_lock_that_was_not_to_be_had_on_postgresql(migrated_postgres: str) -> None:
    one = open_database(migrated_postgres)
    async with one.work() as holder:
        await holder.session.execute(text("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(DatabaseTroubleError) as failed:
            async with one.work() as uow:
                await uow.session.execute(text("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE NOWAIT"))
    assert held_too_long(failed.value)
    await one.close()
