"""Files we made, sealed, from when they are asked for until they have arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.inserting import insert_new
from bot.storage.tables import blob

LARGEST = 45 * 1024 * 1024
"""Bytes; Telegram takes 50 MB from a bot."""


@dataclass(frozen=True)
class Document:
    """A file to send: as the reader sees it named, and what is in it."""

    name: str
    content: bytes


class Blobs:
    """Kept by the key of the post that sends them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._new: list[dict[str, Any]] = []

    def keep(self, dedupe: str, chat_id: int, document: Document, now: datetime) -> None:
        """Until it is sent. Raises ValueError when Telegram would not take it."""
        if not 0 < len(document.content) <= LARGEST:
            raise ValueError(f"a file of {len(document.content)} bytes cannot be sent")
        row = {"dedupe_key": dedupe, "chat_id": chat_id, "created_at": now}
        self._new.append(row | {"name": document.name, "content": document.content})

    async def find(self, dedupe: str) -> Document | None:
        """None once it has arrived."""
        query = select(blob.c.name, blob.c.content).where(blob.c.dedupe_key == dedupe)
        row = (await self._session.execute(query)).first()
        return Document(row.name, row.content) if row else None

    async def drop(self, dedupe: str) -> None:
        """It has arrived, or must not any more."""
        await self._session.execute(delete(blob).where(blob.c.dedupe_key == dedupe))

    async def write(self) -> None:
        """What was kept."""
        if self._new:
            await self._session.execute(insert_new(self._session, blob), self._new)
            self._new = []
