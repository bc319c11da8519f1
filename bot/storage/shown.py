"""Which of our messages in a chat is what."""

from __future__ import annotations

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import outbox, placement


class Shown:
    """What people have before them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def subject_at(self, chat_id: int, message_id: int) -> str | None:
        """What one of our messages is about ("case:12"), so that a reply to it finds its way."""
        card = select(placement.c.subject).where(
            placement.c.chat_id == chat_id, placement.c.message_id == message_id
        )
        post = select(outbox.c.subject).where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id)
        found: str | None = await self._session.scalar(card) or await self._session.scalar(post)
        return found

    async def card_at(self, chat_id: int, message_id: int) -> RowMapping | None:
        """The card that lives in that message."""
        row = (
            await self._session.execute(
                select(placement).where(placement.c.chat_id == chat_id, placement.c.message_id == message_id)
            )
        ).mappings()
        return row.first()

    async def messages_about(self, subject: str, chat_id: int, kind: str) -> list[int]:
        """Numbers of the messages of one kind that were sent to a chat about a subject."""
        rows = await self._session.scalars(
            select(outbox.c.message_id).where(
                outbox.c.subject == subject,
                outbox.c.chat_id == chat_id,
                outbox.c.kind == kind,
                outbox.c.message_id.is_not(None),
            )
        )
        return [number for number in rows if number is not None]
