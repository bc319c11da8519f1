"""Askings that were followed by another: the older messages of a card give way to the newest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import PlaceState, placement
from bot.storage.placements import DELETABLE

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

    async def withdraw(self, card: str, ref: int | None, now: datetime) -> list[tuple[int, int]]:
        """Asked no more, in no chat. Returns chat and number of the messages that can still be deleted."""
        where = (_p.card == card, _p.ref == ref, _p.state == PlaceState.LIVE)
        rows = (
            await self._session.execute(select(_p.chat_id, _p.message_id, _p.created_at).where(*where))
        ).all()
        await self._session.execute(update(placement).where(*where).values(state=PlaceState.RETIRED))
        young = now - DELETABLE
        return [
            (row.chat_id, row.message_id)
            for row in rows
            if row.message_id is not None and row.created_at > young
        ]
