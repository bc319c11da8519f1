"""Who may do what to a notice: whoever may post to everybody it is for; and to whom it was told."""

from __future__ import annotations

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Notice, NoticeState, groups, is_for, must_reach
from bot.domain.rights import Subject, Verb, must, must_some
from bot.storage.course import CARD
from bot.storage.notices import Notices
from bot.storage.placements import Placements
from bot.storage.reach import Reach
from bot.storage.work import UnitOfWork


async def own(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One's own. Raises RuleError for somebody else's, and without the right to post at all."""
    must_some(by, Verb.POST)
    notice = await Notices(uow.session).get(notice_id)
    must(by, Verb.UNDO, Subject(notice.member_id == by.id))
    return notice


async def in_charge(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One's own, or one they could have sent themselves: whoever is on duty stops it. Raises RuleError for others, and
    for somebody else's draft."""
    must_some(by, Verb.POST)
    notice = await Notices(uow.session).get(notice_id)
    if notice.member_id != by.id and notice.state is NoticeState.DRAFT:
        raise RuleError("no-stale-button")
    if notice.member_id != by.id or notice.audience:
        must_reach(by, notice.audience)
    return notice


async def was_told(uow: UnitOfWork, notice: Notice, chat_id: int, by: Member) -> bool:
    """Was it told there: in a group it is for, or to them in private; or does it stand there, whatever that group has
    become since?"""
    if chat_id < 0:
        chat = await uow.chats.find(chat_id)
        told = chat is not None and groups(notice.audience, chat.place, chat.team)
    else:
        told = is_for(notice, by, await Reach(uow.session).tags_of(by.id))
    return told or await Placements(uow.session).shows(CARD, notice.id, chat_id)
