"""Askings that were followed by another: the older messages of a card give way to the newest."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import PlaceState, placement

_p = placement.c


class Rounds:
    """The messages in which one card was put into one chat, time after time."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def give_way(self, card: str, ref: int | None, chat_id: int, into: str) -> None:
        """All there are so far show the card `into` from now on; `touch` the subject to have it sent."""
        await self._session.execute(
            update(placement)
            .where(_p.card == card, _p.ref == ref, _p.chat_id == chat_id, _p.state == PlaceState.LIVE)
            .values(card=into)
        )
