"""The messages into which the files of notices were sent by themselves, so that they can be taken away again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import tables

_t = tables.notice_part.c


class NoticeParts:
    """Files of one notice, wherever they are."""

    def __init__(self, session: AsyncSession, notice_id: int) -> None:
        self._session = session
        self._id = notice_id

    async def add(self, chat_id: int, messages: Sequence[int], kinds: Sequence[str], now: datetime) -> None:
        """These have arrived there."""
        rows = [
            {"notice_id": self._id, "chat_id": chat_id, "message_id": number, "kind": kind, "at": now}
            for number, kind in zip(messages, kinds, strict=True)
        ]
        if rows:
            await self._session.execute(insert(tables.notice_part), rows)

    async def take(self, chat_id: int | None = None) -> list[tuple[int, int, str, datetime]]:
        """chat_id, message_id, kind and when it was sent of all there, or everywhere; known no more from now on."""
        where = [_t.notice_id == self._id, *([_t.chat_id == chat_id] if chat_id is not None else [])]
        query = select(_t.chat_id, _t.message_id, _t.kind, _t.at).where(*where).order_by(_t.id)
        found = [
            (row.chat_id, row.message_id, row.kind, row.at) for row in await self._session.execute(query)
        ]
        await self._session.execute(delete(tables.notice_part).where(*where))
        return found
