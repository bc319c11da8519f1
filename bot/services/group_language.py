"""The language in which a group reads."""

from __future__ import annotations

from datetime import datetime

from bot.domain.chat import Chat
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.services.chats import known_group
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def choose_group_language(
    uow: UnitOfWork, chat_id: int, title: str | None, language: str, *, by: Member, now: datetime
) -> Chat:
    """Whatever stands in the group is shown anew in it. Raises RuleError for anybody who may not say what it is for."""
    must(by, Verb.BIND)
    chat = await known_group(uow, chat_id, title)
    chat.speak(language, now)
    await Placements(uow.session).refresh(chat_id)
    uow.record("group_language", f"chat:{chat_id}", now=now, by=by.id)
    return chat
