"""A sign-up was taken back with its notice: everybody who has a place or waits for one is told, a slice at a time."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.notice.question import Asks
from bot.domain.priority import Priority
from bot.services.jobs import start_job
from bot.services.questions.seating import show_seat
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.storage.work import UnitOfWork

_SLICE = 50


async def call_off(uow: UnitOfWork, notice_id: int, *, now: datetime) -> None:
    """Nobody is reminded of it any more. Nothing where people could not sign up."""
    question = await Questions(uow.session).of(notice_id)
    if question is None or question.asks is not Asks.SIGN_UP:
        return
    if question.begins_at is not None and question.begins_at <= now:
        return
    question.reminded_at = question.closed_at = question.changed_at = now
    await start_job(uow, "called_off", f"called_off:{notice_id}", now=now, notice=notice_id)


class CallingOff:
    """`job.args`: notice; `job.cursor`: the answer up to which people have been told."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """All it needs is in the rows."""

    async def prepare(self, job: Job) -> bool:
        """There is always something to write."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next of them."""
        questions = Questions(uow.session)
        question = await questions.get(int(job.args["notice"]))
        listed = await questions.listed(question.id, job.cursor, _SLICE)
        people = await uow.members.many([one.member_id for one in listed]) if listed else {}
        for one in listed:
            if (person := people.get(one.member_id)) is not None:
                await show_seat(uow, one, person, now=now, priority=Priority.REMINDER)
        job.done += len(listed)
        job.cursor = (listed[-1].id or 0) if listed else job.cursor
        return len(listed) == _SLICE

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """Whoever was not told reads it on what they had before."""


KINDS = {"called_off": CallingOff}
