"""Long work is asked for here, and each slice of it is done through here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job, JobState
from bot.storage.database import Database
from bot.storage.work import UnitOfWork


class Work(Protocol):
    """A job in hand of this process. What it remembers between two slices it must be able to find again."""

    async def prepare(self, job: Job) -> bool:
        """What can be done without a transaction, some 15 ms of it; True when there is something to write."""

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Writes a slice, at most 50 ms, and moves `job.cursor`; True while there is more to do."""

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """It cannot be done: tells whoever asked for it why."""


Kind = Callable[[Database, Clock], Work]


async def start_job(
    uow: UnitOfWork,
    kind: str,
    subject: str,
    *,
    now: datetime,
    total: int = 0,
    lease: str | None = None,
    **args: Any,
) -> Job:
    """Long work about `subject` begins as soon as a slice can be done. `lease`: whose process does it at first."""
    job = Job(kind, subject, now, args=args, total=total)
    if lease:
        job.hold(lease, await uow.jobs.moment(now))
    uow.add(job)
    await uow.numbered()
    uow.touch(subject)
    return job


async def cancel_job(uow: UnitOfWork, subject: str, *, now: datetime) -> None:
    """What is being done about `subject` is not wanted any more."""
    job = await uow.jobs.of(subject)
    if job is not None and job.state is JobState.WAITING:
        job.end(JobState.CANCELLED, now)


async def do_slice(uow: UnitOfWork, number: int, work: Work, lease: str, *, now: datetime) -> JobState:
    """One slice, if it is still to be done and nobody else does it. The state it is in then."""
    moment = await uow.jobs.moment(now)
    job = await _ours(uow, number, lease, moment)
    if job is None:
        return JobState.CANCELLED
    job.hold(lease, moment)
    if not await work.step(uow, job, now=now):
        job.end(JobState.DONE, now)
        uow.touch(job.subject)
    return job.state


async def _ours(uow: UnitOfWork, number: int, lease: str, moment: datetime) -> Job | None:
    """That job, if it is still to be done and nobody else does it."""
    job = await uow.jobs.find(number)
    return job if job is not None and job.free_for(lease, moment) else None


async def fail_job(
    uow: UnitOfWork, number: int, work: Work, error: RuleError, lease: str, *, now: datetime
) -> None:
    """A rule says no: it ends. What another does meanwhile is theirs."""
    job = await _ours(uow, number, lease, await uow.jobs.moment(now))
    if job is not None:
        await work.fail(uow, job, error, now=now)
        job.end(JobState.FAILED, now)
        uow.touch(job.subject)


async def stumble_job(uow: UnitOfWork, number: int, work: Work, lease: str, *, now: datetime) -> None:
    """A slice failed for no rule: it is tried again twice, then whoever asked hears that we could not."""
    job = await _ours(uow, number, lease, await uow.jobs.moment(now))
    if job is not None and not job.stumble(now):
        await work.fail(uow, job, RuleError("no-job-failed"), now=now)
        uow.touch(job.subject)
