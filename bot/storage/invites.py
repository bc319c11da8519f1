"""Queries for invites."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.storage import tables
from bot.storage.crypto import Keychain


class Invites:
    """One-time links, found by the keyed hash of their code."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain

    def hashed(self, code: str) -> str:
        """What is kept of a code."""
        return self._keychain.look_up(f"invite:{code}")

    async def by_code(self, code: str) -> Invite:
        """The invite of that code. Raises RuleError when there is none."""
        query = select(Invite).where(tables.invite.c.code_hash == self.hashed(code)).with_for_update()
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-such-invite")
        return found
