"""收到, and /notices: what is still valid, for whoever came later."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, is_for
from bot.domain.priority import Priority
from bot.services.notices.rights import in_charge
from bot.services.notices.showing import send_files
from bot.storage.course import CARD, Course
from bot.storage.notices import Notices
from bot.storage.reach import Reach
from bot.storage.work import UnitOfWork


async def receive_notice(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime) -> bool:
    """收到; False when they had pressed it already. Raises RuleError for a preview, and when it holds no longer."""
    notice = await Notices(uow.session).get(notice_id)
    if notice.state not in OUT:
        raise RuleError("no-notice-preview" if notice.member_id == by.id else "no-stale-button")
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    course = Course(uow.session, notice_id)
    if not await course.received(by.id or 0, chat_id, now):
        return False
    await course.count_in(chat_id, uow.playbook.notices.count_every, now)
    uow.touch(f"reach:{notice_id}")
    return True


async def read_notice(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime, round_: int) -> None:
    """Shows one in private, as it is in the groups. Raises RuleError for who it is not for, and when it holds no longer."""
    notice = await Notices(uow.session).get(notice_id)
    if not is_for(notice, by, await Reach(uow.session).tags_of(by.id)):
        raise RuleError("no-stale-button")
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    to, subject = by.telegram_id, f"read:{notice_id}"
    if notice.files and notice.apart:
        send_files(uow, notice, to, key=f"read:{notice_id}:{round_}", now=now, priority=Priority.ANSWER)
    uow.place(CARD, notice_id, to, now=now, subject=subject, priority=Priority.ANSWER, round_=round_)


async def must_follow(uow: UnitOfWork, notice_id: int, by: Member) -> None:
    """Raises RuleError for who neither writes it nor could have sent it."""
    await in_charge(uow, notice_id, by)
