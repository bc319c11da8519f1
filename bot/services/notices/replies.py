"""A reply to a notice in its group can become a case in one press: its writer's own, or a coordinator's."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.draft import DraftState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, Notice
from bot.domain.notice.reply import Reply
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.triage import understand
from bot.services.answered import subject_of
from bot.services.drafts import send_draft
from bot.services.neighbours import Origin, Unaddressed, offer_draft, report_in_group
from bot.services.notices.linking import link_reply
from bot.services.telling import heads_of
from bot.storage.notices import Notices
from bot.storage.replies import Replies, subject
from bot.storage.work import UnitOfWork

_LONGEST = 1000


async def take_reply(
    uow: UnitOfWork, member: Member | None, words: Unaddressed, message_id: int, *, now: datetime
) -> bool:
    """Is it a reply to a notice? Then it is heard as one."""
    if words.answered is None:
        return False
    kind, _, ref = (await subject_of(uow, words.chat_id, words.answered, words.quoted)).partition(":")
    if kind not in ("notice", "read") or not ref.isdigit():
        return False
    await hear_reply(uow, int(ref), member, words.text, (words.chat_id, message_id), now=now)
    return True


async def hear_reply(
    uow: UnitOfWork, notice_id: int, member: Member | None, text: str, origin: Origin, *, now: datetime
) -> None:
    """What sounds like a report its writer may send with one press, in private; what does not is left alone. Whoever
    answers for the notice finds either in a list that makes no sound. 谢谢 and 收到 are nobody's business."""
    notice = await Notices(uow.session).get(notice_id)
    chat = await uow.chats.find(origin[0])
    here = chat.place if chat is not None else Place()
    heard = understand(text, uow.playbook, here)
    if notice.state not in OUT or not text.strip() or heard.small_talk:
        return
    replies = Replies(uow.session)
    if await replies.at(*origin) is not None:
        return
    reply = Reply(notice_id, *origin, text.strip()[:_LONGEST], now, member.id if member else None)
    reply.compound, reply.building = here.compound, here.building
    uow.add(reply)
    if heard.report and heard.category and member is not None and member.reachable:
        await offer_draft(uow, member, heard, heard.place.or_else(here), origin, now=now)
    await _show(uow, notice, here, now)


async def _show(uow: UnitOfWork, notice: Notice, here: Place, now: datetime) -> None:
    writer, office = await uow.members.get(notice.member_id), await uow.members.reachable_coordinators()
    for person in {one.id: one for one in [writer, *office, *await heads_of(uow, here)]}.values():
        if person.reachable and person.active:
            uow.place(
                "notice_replies",
                notice.id,
                person.telegram_id,
                now=now,
                subject=subject(notice.id or 0),
                priority=Priority.REMINDER,
            )
    uow.touch(subject(notice.id or 0))


async def file_reply(uow: UnitOfWork, reply_id: int, by: Member, *, now: datetime) -> Case:
    """记成一件事: the words without a name, followed by whoever pressed; the one there is where there is one already.

    Raises RuleError outside their building, and while its writer has it before them to send.
    """
    reply = await Replies(uow.session).get(reply_id)
    must(by, Verb.FILE_REPLY, Subject(place=reply.place))
    origin = (reply.chat_id, reply.message_id)
    case = await uow.cases.from_message(*origin)
    draft = await uow.drafts.from_message(*origin)
    if case is None and draft is not None and draft.state is DraftState.OPEN:
        case = await send_draft(uow, draft, by, now=now)
    if case is None:
        case = await report_in_group(uow, by, reply.text, (), origin, now=now, nameless=True)
    if case is None:
        raise RuleError("no-stale-button")
    await link_reply(uow, case, *origin, now=now)
    uow.record("reply_filed", f"case:{case.id}", now=now, by=by.id, notice=reply.notice_id)
    return case
