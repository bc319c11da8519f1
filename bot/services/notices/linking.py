"""A case that came of a reply to a notice belongs to both."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.storage.nearby import household_of
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import subject_of
from bot.storage.replies import Replies, subject
from bot.storage.work import UnitOfWork


async def link_reply(
    uow: UnitOfWork, case: Case, chat_id: int | None, message_id: int | None, *, now: datetime
) -> None:
    """The reply in that message, if it is one, says which case it has become; nothing for any other message."""
    if chat_id is None or message_id is None:
        return
    reply = await Replies(uow.session).at(chat_id, message_id)
    if reply is None:
        return
    reply.case_id = case.id
    home = await household_of(uow, await uow.members.find(reply.member_id))
    await NoticeCases(uow.session).link(reply.notice_id, case.id or 0, home, now, replied=True)
    uow.touch(subject(reply.notice_id))
    uow.touch(subject_of(reply.notice_id))
