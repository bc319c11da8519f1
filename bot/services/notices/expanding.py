"""Everybody a notice is for gets a post, a slice at a time, so that nobody waits behind it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.notice import OUT, Notice, NoticeState, may_reach, next_open
from bot.domain.priority import Priority
from bot.services.notices.repeating import line_up
from bot.services.notices.showing import send_files
from bot.storage.database import Database
from bot.storage.notices import KIND, Notices, subject_of
from bot.storage.reach import Reach
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork

_SLICE = 60
_BREATH = timedelta(seconds=0.5)
"""Between two slices: so they are written somewhat sooner than Telegram takes them, and are in nobody's way."""
_REST = timedelta(seconds=5)


class Expanding:
    """`job.args`: notice. `job.cursor` falls through the groups' numbers below 0, then rises through the members'."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """All it needs is in the rows."""

    async def prepare(self, job: Job) -> bool:
        """There is always something to write."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next of them. One that was stopped rests; one that was held back or taken back is over."""
        notice = await Notices(uow.session).get(int(job.args["notice"]))
        await _set_out(uow, notice, now)
        if notice.state is NoticeState.STOPPED:
            job.not_before = now + _REST
            return True
        if notice.state not in OUT:
            return False
        chats = await self._next(uow, notice, job)
        alarming = await RollCalls(uow.session).of(notice.id) is not None
        for chat_id in chats:
            _post(uow, notice, chat_id, now, alarming=alarming)
        job.done += len(chats)
        job.not_before = now + _BREATH if len(chats) == _SLICE else None
        uow.touch(subject_of(notice.id))
        if job.cursor != _OVER:
            return True
        notice.expanded_at, notice.changed_at = now, now
        await uow.flush()
        await Notices(uow.session).finished(notice.id or 0, now)
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """Its writer hears that not everybody got it."""
        notice = await Notices(uow.session).get(int(job.args["notice"]))
        writer = await uow.members.get(notice.member_id)
        uow.say(
            writer.telegram_id, "notice-failed", dedupe=f"notice-failed:{job.id}", now=now, no=notice.number
        )

    async def _next(self, uow: UnitOfWork, notice: Notice, job: Job) -> list[int]:
        reach = Reach(uow.session)
        if job.cursor <= 0:
            groups = await reach.groups(notice.audience, job.cursor, _SLICE)
            job.cursor = groups[-1].chat_id if len(groups) == _SLICE else 1
            return [one.chat_id for one in groups]
        people = await reach.people(notice.audience, job.cursor - 1, _SLICE)
        job.cursor = people[-1].id + 1 if len(people) == _SLICE else _OVER
        return [one.telegram_id for one in people]


_OVER = 2**62


async def _set_out(uow: UnitOfWork, notice: Notice, now: datetime) -> None:
    """Its moment has come, unless its writer may tell this to these no more: then it is a draft again, and the
    coordinators hear of it."""
    writer = await uow.members.get(notice.member_id)
    if notice.state is NoticeState.SCHEDULED and not (writer.active and may_reach(writer, notice.audience)):
        notice.hold_back(now)
        for one in await uow.members.reachable_coordinators():
            dedupe = f"notice-kept-back:{notice.id}:{one.id}"
            uow.say(one.telegram_id, "notice-kept-back", dedupe=dedupe, now=now, name=writer.name)
    elif notice.begin(now):
        await line_up(uow, notice, writer, now)


def _post(uow: UnitOfWork, notice: Notice, chat_id: int, now: datetime, *, alarming: bool) -> None:
    at = next_open(uow.playbook, now, urgent=notice.urgent)
    later = at if at > now else None
    priority = Priority.CARD if notice.urgent else Priority.BULK
    priority = Priority.DANGER if alarming else priority
    key = f"{notice.id}:{chat_id}"
    if notice.files and notice.apart:
        send_files(uow, notice, chat_id, key=key, now=now, priority=priority, not_before=later)
    uow.posts.post(
        f"notice:{key}",
        chat_id,
        KIND,
        {"notice": notice.id, "pin": notice.pin},
        now=now,
        priority=priority,
        subject=subject_of(notice.id),
        not_before=later,
        expires_at=notice.valid_until,
    )


KINDS = {"notice": Expanding}
