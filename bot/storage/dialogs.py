"""What we asked somebody and wait to hear in their next message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import dialog


@dataclass(frozen=True)
class Dialog:
    """`kind` of question about row `ref`, open `until` then."""

    kind: str
    ref: int
    detail: Mapping[str, Any] = field(default_factory=dict)


class Dialogs:
    """One open question a person at most."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ask(self, member_id: int, kind: str, ref: int, *, until: datetime, **detail: Any) -> None:
        """Their next message answers this."""
        await self.close(member_id)
        await self._session.execute(
            insert(dialog).values(member_id=member_id, kind=kind, ref=ref, until=until, detail=detail or None)
        )

    async def open_with(self, member_id: int | None, now: datetime) -> Dialog | None:
        """What this person's next message answers, if anything."""
        row = (
            await self._session.execute(
                select(dialog).where(dialog.c.member_id == member_id, dialog.c.until > now)
            )
        ).first()
        return None if row is None else Dialog(row.kind, row.ref, row.detail or {})

    async def close(self, member_id: int) -> None:
        """Answered, or dropped."""
        await self._session.execute(delete(dialog).where(dialog.c.member_id == member_id))
