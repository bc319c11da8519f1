"""A notice did not get into a group, or perhaps did not: 重发, 已送达, 重新绑定, 知道了.

Whoever may send the notice may do it, but only who may bind groups brings us back into one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.chat import Chat, ChatState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Notice, groups, next_open
from bot.domain.rights import Verb, must
from bot.services.notices.rights import in_charge
from bot.storage.course import Course, Stuck
from bot.storage.machinery import PostState
from bot.storage.notices import subject_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def resend_notice(uow: UnitOfWork, notice_id: int, post_id: int, by: Member, *, now: datetime) -> None:
    """重发: everything of it that got stuck on its way to that chat goes once more, as soon as people are not disturbed
    by it; what may have arrived says so. Raises RuleError without the right, once it is settled, and for what holds no
    longer."""
    notice = await in_charge(uow, notice_id, by)
    stuck = await _stuck(uow, notice_id, post_id)
    chat = await uow.chats.find(stuck[0].chat_id)
    _must_be_for(notice, chat)
    if chat is not None and chat.state is ChatState.GONE:
        await _speak_again(uow, chat, now)
    await _resend(uow, notice, stuck, now)
    await _settled(uow, notice_id, "notice_resent", by, now)


async def confirm_notice(uow: UnitOfWork, notice_id: int, post_id: int, by: Member, *, now: datetime) -> None:
    """已送达. Raises RuleError without the right, and for what did not arrive."""
    await in_charge(uow, notice_id, by)
    unknown = [one for one in await _stuck(uow, notice_id, post_id) if one.state is PostState.UNKNOWN]
    if not unknown:
        raise RuleError("no-post-settled")
    for one in unknown:
        await uow.parked.arrived(one.id, now)
    await _settled(uow, notice_id, "notice_confirmed", by, now)


async def rebind_notice(uow: UnitOfWork, notice_id: int, post_id: int, by: Member, *, now: datetime) -> None:
    """重新绑定: we speak in that group again, or in the one that has been bound in its place, and the notice goes there.

    Where we are refused again, its line comes back. Raises RuleError without the right to bind groups, and once it is
    settled.
    """
    must(by, Verb.BIND)
    notice = await in_charge(uow, notice_id, by)
    stuck = await _stuck(uow, notice_id, post_id)
    chat = await uow.chats.find(stuck[0].chat_id)
    _must_be_for(notice, chat)
    if chat is not None and chat.state is ChatState.GONE:
        others = [
            *await uow.chats.of_building(chat.compound, chat.building),
            *await uow.chats.of_team(chat.team),
        ]
        heir = next((one for one in others if one.state is ChatState.ACTIVE), None)
        if heir is None:
            await _speak_again(uow, chat, now)
        else:
            await uow.leases.move_chat(chat.chat_id, heir.chat_id)
    await _resend(uow, notice, stuck, now)
    await _settled(uow, notice_id, "notice_rebound", by, now)


async def put_notice_away(
    uow: UnitOfWork, notice_id: int, post_id: int, by: Member, *, now: datetime
) -> None:
    """知道了: it does not go there any more. Raises RuleError without the right, and once it is settled."""
    await in_charge(uow, notice_id, by)
    for one in await _stuck(uow, notice_id, post_id):
        await uow.parked.give_up(one.id, now)
    await _settled(uow, notice_id, "notice_put_away", by, now)


async def _stuck(uow: UnitOfWork, notice_id: int, post_id: int) -> Sequence[Stuck]:
    found = await Course(uow.session, notice_id).stuck(post_id)
    if not found:
        raise RuleError("no-post-settled")
    return found


def _must_be_for(notice: Notice, chat: Chat | None) -> None:
    """Raises RuleError for a group that has become another's, or nobody's, since."""
    if chat is not None and not groups(notice.audience, chat.place, chat.team):
        raise RuleError("no-notice-elsewhere")


async def _speak_again(uow: UnitOfWork, chat: Chat, now: datetime) -> None:
    chat.regain(now, None, chat.hears_all)
    await uow.leases.revive(chat.chat_id)


async def _resend(uow: UnitOfWork, notice: Notice, stuck: Sequence[Stuck], now: datetime) -> None:
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    at = next_open(uow.playbook, now, urgent=notice.urgent)
    for one in stuck:
        await uow.parked.resend(one.id, at, suspect=one.state is PostState.UNKNOWN)


async def _settled(uow: UnitOfWork, notice_id: int, kind: str, by: Member, now: datetime) -> None:
    uow.touch(WAITING)
    uow.touch(subject_of(notice_id))
    uow.record(kind, subject_of(notice_id), now=now, by=by.id)
