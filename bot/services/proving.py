"""The paper of a proof is drawn while nobody waits for the database, then sent to the person alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, time, tzinfo

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.service_time import Stint, confirmed_minutes, days_of, within
from bot.printing import Say, proof
from bot.storage.database import Database
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork

Speak = Callable[[str, tzinfo, datetime], Say]
"""The sentences of a language, by its code, as they are said in that zone on that day."""


class Proving:
    """`job.args`: proof, member, year. After a break the paper is drawn anew."""

    def __init__(self, database: Database, clock: Clock, speak: Speak) -> None:
        self._database, self._speak = database, speak
        self._content: bytes | None = None

    async def prepare(self, job: Job) -> bool:
        """The paper, of all hours confirmed by now, in their language."""
        book, year = self._database.playbook, int(job.args["year"])
        async with self._database.look() as uow:
            person = await uow.members.get(int(job.args["member"]))
            stints = await confirmed_of(uow, person.id, year)
        say = self._speak(person.language, book.zone, job.created_at)
        self._content = await asyncio.to_thread(_paper, book, person, year, stints, say, job.created_at)
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Sends it, unless they have gone meanwhile."""
        person, year = await uow.members.get(int(job.args["member"])), int(job.args["year"])
        if self._content is not None and person.gone_at is None:
            name, dedupe = f"{year}.pdf", f"proof:{job.args['proof']}"
            content, chat = self._content, person.telegram_id
            uow.send_document(chat, name, content, dedupe=dedupe, now=now, key="proof-sent", year=year)
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """They hear that it did not work."""
        person = await uow.members.get(int(job.args["member"]))
        if person.reachable:
            dedupe = f"proof-failed:{job.args['proof']}"
            uow.say(person.telegram_id, error.key, dedupe=dedupe, now=now, **error.args_)


async def confirmed_of(uow: UnitOfWork, member_id: int | None, year: int) -> list[Stint]:
    """What somebody did that year, as far as it is confirmed, in order."""
    zone, days = uow.playbook.zone, days_of(year)
    since = datetime.combine(days[0], time(), zone).astimezone(UTC)
    done = within(await ServiceTimes(uow.session).of(member_id, since), days, zone)
    return sorted((one for one in done if one.confirmed and one.minutes), key=lambda one: one.done_at)


def _paper(book: Playbook, person: Member, year: int, stints: list[Stint], say: Say, now: datetime) -> bytes:
    language = person.language
    rows = []
    for one in stints:
        found = book.category(one.category)
        what = found.name(language) if found else say("category-unclear")
        rows.append((book.day(one.done_at), f"{what} T{one.task_id}", one.minutes))
    first, last = days_of(year)
    days = (first, min(last, book.day(now)))
    return proof(book.title(language), person.name, days, rows, confirmed_minutes(stints), say)
