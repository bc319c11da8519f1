"""Who may do what to a notice: whoever may post to everybody it is for."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice import Notice, must_reach
from bot.domain.rights import Subject, Verb, must, must_some
from bot.storage.notices import Notices
from bot.storage.work import UnitOfWork


async def own(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One's own. Raises RuleError for somebody else's, and without the right to post at all."""
    must_some(by, Verb.POST)
    notice = await Notices(uow.session).get(notice_id)
    must(by, Verb.UNDO, Subject(notice.member_id == by.id))
    return notice


async def in_charge(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One's own, or one they could have sent themselves: whoever is on duty stops it. Raises RuleError for others."""
    must_some(by, Verb.POST)
    notice = await Notices(uow.session).get(notice_id)
    if notice.member_id != by.id or notice.audience:
        must_reach(by, notice.audience)
    return notice
