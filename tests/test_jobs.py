"""Long work on a PostgreSQL that ends connections in the middle of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import pytest

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job, JobState
from bot.services.jobs import start_job
from bot.storage.database import Database, DatabaseTroubleError
from bot.storage.excuses import Excuses
from bot.storage.work import UnitOfWork
from scheduler.jobs import JobRunner
from tests.postgres import end_connections
from tests.storage.stores import NOW, empty_postgres, open_database

pytestmark = pytest.mark.postgres


class Interrupted:
    """Work of one slice, in which the server ends every connection the first few times."""

    cuts = Excuses.MOST

    def __init__(self, database: Database, clock: Clock) -> None:
        self._url = database.url.render_as_string(hide_password=False)

    async def prepare(self, job: Job) -> bool:
        """At once."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The whole of it."""
        if Interrupted.cuts:
            Interrupted.cuts -= 1
            end_connections(self._url)
        job.done += 1
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """Not to be."""
        raise AssertionError(error.key)


async def test_a_job_whose_connection_was_ended_again_and_again_is_done_once_and_counts_no_failure(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    database = open_database(migrated_postgres)
    async with database.work() as uow:
        job = await start_job(uow, "interrupted", "notice:1", now=NOW)
    runner = JobRunner(database, Clock(NOW), {"interrupted": Interrupted})
    for _ in range(3 * Excuses.MOST):
        with suppress(DatabaseTroubleError):  # of its looks; it looks again after a second
            await runner.round()
    async with database.look() as uow:
        found = await uow.jobs.find(job.id or 0)
    assert found is not None
    assert (found.state, found.done, found.tries) == (JobState.DONE, 1, 0)
    await database.close()
