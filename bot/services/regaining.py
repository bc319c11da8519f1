"""Groups we were taken out of: spoken to again, or let go."""

from __future__ import annotations

from datetime import datetime

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.chats import show_group
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def try_group_again(uow: UnitOfWork, chat_id: int, by: Member, *, now: datetime, round_: int) -> Chat:
    """重新绑定: what the group is for is said there anew, and its cards are brought up to date.

    Where we are refused again, it is lost again and its line comes back. Raises RuleError for anybody but a
    coordinator, and for a group that is not lost.
    """
    must(by, Verb.BIND)
    chat = await _lost(uow, chat_id)
    chat.regain(now, None, chat.hears_all)
    await uow.leases.revive(chat_id)
    show_group(uow, "group", 0, chat_id, now=now, round_=round_)
    uow.touch(WAITING)
    uow.record("group_tried_again", f"chat:{chat_id}", now=now, by=by.id)
    return chat


async def let_group_go(uow: UnitOfWork, chat_id: int, by: Member, *, now: datetime) -> None:
    """知道了: the group serves nothing any more, so nobody misses it. Raises RuleError like `try_group_again`."""
    must(by, Verb.BIND)
    (await _lost(uow, chat_id)).unbind(by.id, now)
    uow.touch(WAITING)
    uow.record("group_let_go", f"chat:{chat_id}", now=now, by=by.id)


async def _lost(uow: UnitOfWork, chat_id: int) -> Chat:
    chat = await uow.chats.find(chat_id)
    if chat is None or chat.state is not ChatState.GONE or chat.kind is ChatKind.UNBOUND:
        raise RuleError("no-group-lost")
    return chat
