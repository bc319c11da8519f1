"""A job rests between two slices for seconds; what a clock that ran ahead called later is not believed for a day."""

from __future__ import annotations

from datetime import timedelta

from bot.services.jobs import start_job
from bot.storage.database import Database
from tests.storage.stores import NOW

YESTERDAY = NOW - timedelta(days=1)


async def test_a_job_that_has_begun_goes_on_though_the_clock_was_set_back(database: Database) -> None:
    async with database.work() as uow:
        job = await start_job(uow, "notice", "notice:1", now=NOW)
        job.hold("a dead process", NOW)
        job.stumble(NOW)
    async with database.look() as uow:
        assert await uow.jobs.waiting("mine", NOW) == []
        assert await uow.jobs.waiting("mine", YESTERDAY) == [job.id]
        assert [one.id for one in await uow.jobs.due(YESTERDAY)] == [job.id]


async def test_a_job_that_is_to_begin_later_waits_for_its_time_by_the_clock(database: Database) -> None:
    async with database.work() as uow:
        job = await start_job(uow, "notice", "notice:1", now=NOW)
        job.not_before = NOW + timedelta(hours=3)
    async with database.look() as uow:
        assert await uow.jobs.waiting("mine", YESTERDAY) == []
        assert await uow.jobs.due(NOW + timedelta(hours=3)) != []
