"""重复: a notice that comes again, each time as one of its own, asking anew what it asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import ABOUT_TO_GO, Again, Notice, next_open
from bot.domain.priority import Priority
from bot.services.jobs import cancel_job, start_job
from bot.services.notices.rights import in_charge, own
from bot.storage.notices import subject_of
from bot.storage.questions import Questions
from bot.storage.work import UnitOfWork

_LONGEST = 3 * 366


async def repeat_notice(
    uow: UnitOfWork, notice_id: int, by: Member, again: Again | None, *, now: datetime
) -> Notice:
    """How often it comes again; None: once only. Raises RuleError for somebody else's, and when it is no draft any more."""
    notice = await own(uow, notice_id, by)
    notice.come_again(again, notice.until_on if again else None, now)
    uow.touch(subject_of(notice_id))
    return notice


async def repeat_until(uow: UnitOfWork, notice_id: int, by: Member, days: int, *, now: datetime) -> Notice:
    """The last day on which it may come again, so many days from now; below 0: no end. Raises RuleError like the above."""
    notice = await own(uow, notice_id, by)
    if days > _LONGEST or notice.again is None:
        raise RuleError("no-stale-button")
    until = uow.playbook.day(now) + timedelta(days=days) if days >= 0 else None
    notice.come_again(notice.again, until, now)
    uow.touch(subject_of(notice_id))
    return notice


async def end_repeat(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> Notice:
    """不再发: the one that waits for its time is dropped, and none follows. Raises RuleError without the right, and when it
    waits no longer."""
    notice = await in_charge(uow, notice_id, by)
    if notice.state not in ABOUT_TO_GO:
        raise RuleError("no-stale-button")
    notice.drop(now)
    await cancel_job(uow, subject_of(notice_id), now=now)
    uow.touch(subject_of(notice_id))
    if notice.origin_id is not None:
        uow.touch(subject_of(notice.origin_id))
    uow.record("notice_dropped", subject_of(notice_id), now=now, by=by.id)
    return notice


async def line_up(uow: UnitOfWork, notice: Notice, writer: Member, now: datetime) -> None:
    """One has begun to go out: the next waits for its time, and its writer sees how this one goes."""
    if notice.origin_id is not None:
        subject, to = subject_of(notice.id), writer.telegram_id
        uow.place("notice", notice.id, to, now=now, subject=subject, priority=Priority.REMINDER)
    following = notice.next_one(now, uow.playbook.zone)
    if following is None or following.send_at is None:
        return
    zone, first = uow.playbook.zone, notice.send_at or now
    days = (following.send_at.astimezone(zone).date() - first.astimezone(zone).date()).days
    following.send_at = next_open(uow.playbook, following.send_at, urgent=notice.urgent)
    uow.add(following)
    await uow.numbered()
    question = await Questions(uow.session).of(notice.id)
    if question is not None:
        uow.add(question.once_more(following.id or 0, days, following.send_at, zone, now))
    job = await start_job(uow, "notice", subject_of(following.id), now=now, notice=following.id)
    job.not_before = following.send_at
