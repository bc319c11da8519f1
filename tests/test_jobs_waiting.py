"""A job that cannot be done now, or that another process does: it waits, and so does whoever would do it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from sqlalchemy.exc import OperationalError

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job, JobState
from bot.services.jobs import start_job
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from scheduler.jobs import JobRunner
from tests.storage.stores import NOW, open_database


class Work:
    """One slice; `trouble` is raised in it."""

    trouble: Exception | None = None
    failed: ClassVar[list[str]] = []

    def __init__(self, database: Database, clock: Clock) -> None:
        """Nothing to remember."""

    async def prepare(self, job: Job) -> bool:
        """At once."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The whole of it."""
        if Work.trouble:
            raise Work.trouble
        job.done += 1
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """Remembers it."""
        Work.failed.append(error.key)


def _full() -> Exception:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return OperationalError("UPDATE", {}, error)


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """Empty."""
    Work.trouble, Work.failed = None, []
    database = open_database(sqlite_url)
    yield database
    await database.close()


@pytest.fixture
async def number(database: Database) -> int:
    """A job to be done."""
    async with database.work() as uow:
        job = await start_job(uow, "work", "notice:1", now=NOW)
    assert job.id is not None
    return job.id


async def _found(database: Database, number: int) -> Job:
    async with database.look() as uow:
        job = await uow.jobs.find(number)
    assert job is not None
    return job


async def test_a_full_disk_is_no_failure_of_a_job_and_it_is_not_tried_without_end(
    database: Database, number: int
) -> None:
    runner = JobRunner(database, Clock(NOW), {"work": Work})
    Work.trouble = _full()
    for _ in range(10):
        assert not await runner.round(), "nothing could be done: whoever asks waits before asking again"
    Work.trouble = None
    assert await runner.round()
    job = await _found(database, number)
    assert (job.state, job.tries, job.done, Work.failed) == (JobState.DONE, 0, 1, [])


@pytest.mark.parametrize("trouble", [RuleError("no-job-failed"), ZeroDivisionError()])
async def test_what_another_process_has_taken_over_is_not_ours_to_fail(
    database: Database, number: int, trouble: Exception
) -> None:
    runner = JobRunner(database, Clock(NOW), {"work": Taken})
    Taken.database, Taken.number, Work.trouble = database, number, trouble
    await runner.round()
    job = await _found(database, number)
    assert (job.state, job.tries, job.lease, Work.failed) == (JobState.WAITING, 0, "another", [])


class Taken(Work):
    """While it is prepared another process takes it over, and then it fails."""

    database: Database
    number: int

    async def prepare(self, job: Job) -> bool:
        """What goes wrong, late."""
        async with Taken.database.work() as uow:
            theirs = await uow.jobs.find(Taken.number)
            assert theirs is not None
            theirs.hold("another", NOW + timedelta(seconds=10))
        assert Work.trouble is not None
        raise Work.trouble
