"""Queries for one-time codes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.code import Code, spelled
from bot.storage.crypto import Keychain
from bot.storage.machinery import event
from bot.storage.tables import code

_c = code.c


class Codes:
    """Found by their keyed hash."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain

    def hashed(self, text: str) -> str:
        """What is kept of a code."""
        return self._keychain.look_up(f"code:{text}")

    async def find(self, text: str) -> Code | None:
        """The code somebody typed, if there is one; until this transaction ends nobody else uses it."""
        plain = spelled(text)
        if plain is None:
            return None
        query = select(Code).where(_c.code_hash == self.hashed(plain)).with_for_update()
        return await self._session.scalar(query)

    async def void(self, *, household_id: int | None = None, roster_member_id: int | None = None) -> None:
        """Codes for the same that nobody has used are worth nothing any more."""
        same = _c.household_id == household_id if household_id else _c.roster_member_id == roster_member_id
        await self._session.execute(delete(code).where(same, _c.used_at.is_(None)))

    async def wrong_since(self, member_id: int | None, since: datetime) -> int:
        """How often somebody has tried a code that does not exist."""
        e = event.c
        query = select(func.count()).where(
            e.subject == f"member:{member_id}", e.kind == "code_wrong", e.at >= since
        )
        return int(await self._session.scalar(query) or 0)
