"""What neighbours reply to a notice in their group."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.notice.reply import Reply
from bot.storage import tables

_r = tables.notice_reply.c


class Replies:
    """Kept only for a short while, so that one of them can become a case."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, reply_id: int) -> Reply:
        """That one. Raises RuleError when it is kept no more."""
        found = await self._session.scalar(select(Reply).where(_r.id == reply_id))
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def at(self, chat_id: int, message_id: int) -> Reply | None:
        """The one that was said in that message."""
        query = select(Reply).where(_r.chat_id == chat_id, _r.message_id == message_id)
        return await self._session.scalar(query)

    async def to(self, notice_id: int, limit: int = 60) -> list[Reply]:
        """To that notice, newest first."""
        query = select(Reply).where(_r.notice_id == notice_id).order_by(_r.id.desc()).limit(limit)
        return list(await self._session.scalars(query))


def subject(notice_id: int) -> str:
    """Of the card that lists them."""
    return f"replies:{notice_id}"
