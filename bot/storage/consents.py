"""What people answered when asked whether what they say may be stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.member import Member
from bot.storage.tables import consent


class Consents:
    """A row for every answer; none is ever changed."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep(self, member: Member, version: int, *, given: bool, now: datetime) -> None:
        """同意 or 不同意 to the text of that number, in the language in which they read it."""
        row: dict[str, Any] = {"member_id": member.id, "version": version, "given": given}
        await self._session.execute(insert(consent).values(**row, language=member.language, at=now))

    async def of(self, member_id: int | None) -> Sequence[RowMapping]:
        """Theirs, oldest first."""
        query = select(consent).where(consent.c.member_id == member_id).order_by(consent.c.id)
        return (await self._session.execute(query)).mappings().all()
