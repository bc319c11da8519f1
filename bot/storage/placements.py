"""Cards at their places: one turned into another, one taken down so that it can stand at the bottom again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import ColumnElement

from bot.storage.machinery import FADING, PlaceState, placement

_p = placement.c
DELETABLE = timedelta(hours=47)  # Telegram lets a bot delete its messages for 48 h


_APART = 2**40
"""Further below 0 than any message's number: the round of what was taken down, so that it is not put back there."""


class Placements:
    """Where cards are shown."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def turn(
        self, chat_id: int, message_id: int, card: str, ref: int | None = None, subject: str | None = None
    ) -> bool:
        """The message shows another card from now on, perhaps about another `subject`; `touch` it to have it sent.

        False when nothing living is there. The row takes a round of its own, which no other has.
        """
        values: dict[str, Any] = {"card": card, "round": -message_id}
        if ref is not None:
            values["ref"] = ref
        if subject is not None:
            values["subject"] = subject
        result = await self._session.execute(
            update(placement)
            .where(_p.chat_id == chat_id, _p.message_id == message_id, _p.state == PlaceState.LIVE)
            .values(**values)
        )
        return isinstance(result, CursorResult) and result.rowcount == 1

    async def turn_all(self, subject: str, cards: Collection[str], into: str) -> None:
        """Wherever one of these cards of the subject is shown, `into` is from now on; `touch` has them sent."""
        await self._session.execute(
            update(placement)
            .where(
                _p.subject == subject,
                _p.card.in_(sorted(cards)),
                _p.message_id.is_not(None),
                _p.state == PlaceState.LIVE,
            )
            .values(card=into, round=-_p.message_id)
        )

    async def take_down(
        self,
        card: str,
        chat_id: int,
        now: datetime,
        *,
        ref: int | None = None,
        before_round: int | None = None,
    ) -> list[int]:
        """Cards of this name in the chat live no longer. Returns the messages that can still be deleted."""
        where = [_p.card == card, _p.chat_id == chat_id, _p.state == PlaceState.LIVE]
        if ref is not None:
            where.append(_p.ref == ref)
        if before_round is not None:
            where.append(_p.round < before_round)
        return [message_id for _, message_id in await self._retire(where, now)]

    async def take_down_all(
        self, cards: Collection[str], chats: Collection[int], now: datetime
    ) -> list[tuple[int, int]]:
        """Cards of these names in these chats live no longer. Returns chat and message that can still be deleted."""
        named = (_p.card.in_(sorted(cards)), _p.chat_id.in_(sorted(chats)))
        return await self._retire([*named, _p.state == PlaceState.LIVE], now)

    async def adopt(self, place_id: int, message_id: int) -> bool:
        """A card that was to be sent again lives in that message after all; `touch` its subject to have it shown.

        False when it has a message by now, or is just being sent.
        """
        waits = (_p.message_id.is_(None), _p.lease.is_(None), _p.state == PlaceState.LIVE)
        result = await self._session.execute(
            update(placement)
            .where(_p.id == place_id, *waits)
            .values(message_id=message_id, suspect=False, digest=None, attempts=0, not_before=None)
        )
        return isinstance(result, CursorResult) and result.rowcount == 1

    async def retire(self, card: str, chat_id: int, ref: int | None = None) -> None:
        """Older cards of this name in the chat are left as they are."""
        where = [_p.card == card, _p.chat_id == chat_id, _p.state == PlaceState.LIVE]
        if ref is not None:
            where.append(_p.ref == ref)
        await self._session.execute(update(placement).where(*where).values(state=PlaceState.RETIRED))

    async def fade(self, now: datetime) -> None:
        """Cards that look different by now though nothing happened to them (a 撤销 whose minute is over) are shown anew."""
        await self._session.execute(
            update(placement)
            .where(FADING, _p.fades_at < now, _p.state == PlaceState.LIVE)
            .values(wanted=_p.wanted + 1, fades_at=None)
        )

    async def refresh(self, chat_id: int) -> None:
        """Every card in the chat is to be shown anew, whatever it is about."""
        where = (_p.chat_id == chat_id, _p.state == PlaceState.LIVE)
        await self._session.execute(update(placement).where(*where).values(wanted=_p.wanted + 1))

    async def shows(self, card: str, ref: int | None, chat_id: int) -> bool:
        """Is this card of that row in the chat (or on its way there)?"""
        found = await self._session.scalar(
            select(_p.id)
            .where(_p.card == card, _p.ref == ref, _p.chat_id == chat_id, _p.state == PlaceState.LIVE)
            .limit(1)
        )
        return found is not None

    async def _retire(self, where: Sequence[ColumnElement[bool]], now: datetime) -> list[tuple[int, int]]:
        query = select(_p.id, _p.chat_id, _p.message_id, _p.created_at).where(*where)
        rows = (await self._session.execute(query)).all()
        if rows:
            gone = update(placement).where(_p.id.in_([row.id for row in rows]))
            await self._session.execute(gone.values(state=PlaceState.RETIRED, round=_p.id - _APART))
        young = [row for row in rows if row.message_id is not None and row.created_at > now - DELETABLE]
        return [(row.chat_id, row.message_id) for row in young]
