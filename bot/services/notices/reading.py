"""/notices: what is still valid, for whoever came later."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Notice, is_for
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit.knock import notice_of
from bot.services.notices.rights import in_charge
from bot.services.notices.showing import send_files
from bot.storage.course import CARD
from bot.storage.notices import Notices
from bot.storage.reach import Reach
from bot.storage.work import UnitOfWork


async def read_notice(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime, round_: int) -> None:
    """Shows one in private, as it is in the groups. Raises RuleError for who it is not for, and when it holds no longer."""
    notice = await Notices(uow.session).get(notice_id)
    if not is_for(notice, by, await Reach(uow.session).tags_of(by.id)):
        raise RuleError("no-stale-button")
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    _show(uow, notice, by, now, round_)


async def read_for_door(uow: UnitOfWork, visit_id: int, by: Member, *, now: datetime, round_: int) -> None:
    """Shows a notice to who is to bring it to a door. Raises RuleError when that visit is not theirs."""
    visit = await uow.visits.get(visit_id)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    number = notice_of(visit.period_key)
    if number is None:
        raise RuleError("no-stale-button")
    _show(uow, await Notices(uow.session).get(number), by, now, round_)


def _show(uow: UnitOfWork, notice: Notice, by: Member, now: datetime, round_: int) -> None:
    to, subject = by.telegram_id, f"read:{notice.id}"
    if notice.files and notice.apart:
        send_files(uow, notice, to, key=f"read:{notice.id}:{round_}", now=now, priority=Priority.ANSWER)
    uow.place(CARD, notice.id, to, now=now, subject=subject, priority=Priority.ANSWER, round_=round_)


async def must_follow(uow: UnitOfWork, notice_id: int, by: Member) -> None:
    """Raises RuleError for who neither writes it nor could have sent it."""
    await in_charge(uow, notice_id, by)
