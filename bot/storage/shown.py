"""Which of our messages in a chat is what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, RowMapping, bindparam, null, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement

ANEW = "anew:"
"""How the keys of posts begin that repeat others."""
_CHATS: BindParameter[list[int]] = bindparam("chats", expanding=True)
_NUMBERS: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_KNOWN = union_all(
    *(
        select(c.chat_id, c.message_id).where(c.chat_id.in_(_CHATS), c.message_id.in_(_NUMBERS))
        for c in (placement.c, outbox.c)
    ),
    select(placement.c.chat_id, null()).where(
        placement.c.chat_id.in_(_CHATS), placement.c.message_id.is_(None), placement.c.lease.is_not(None)
    ),
)
"""Messages that a row knows; and without a number, chats that a card is just being sent to."""


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

    async def lent_words(self, task_id: int, chat_id: int, since: datetime) -> Sequence[Row[int, str, Any]]:
        """id, kind and body of what was passed on to a holder since then, first sending only, oldest first."""
        c = outbox.c
        rows = await self._session.execute(
            select(c.id, c.kind, c.body)
            .where(c.subject == f"relay:{task_id}", c.chat_id == chat_id, c.fate == Fate.HOLDER)
            .where(c.created_at >= since, c.body.is_not(None), c.dedupe_key.not_like(f"{ANEW}%"))
            .order_by(c.id)
        )
        return rows.all()

    async def unknown(self, messages: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
        """Those of our messages, by chat and number, that no row knows.

        None in a chat to which a card is just being sent: whoever is quick presses it before its number is written.
        """
        asked = {"chats": {chat for chat, _ in messages}, "numbers": {number for _, number in messages}}
        rows = await self._session.execute(_KNOWN, {name: sorted(values) for name, values in asked.items()})
        known = {(row[0], row[1]) for row in rows}
        return {one for one in messages if one not in known and (one[0], None) not in known}

    async def unsent_cards(self, chat_id: int) -> Sequence[Row[int, str, int, str]]:
        """id, card, ref and subject of the cards that may hang in the chat already, and wait to be sent again."""
        c = placement.c
        waits = (c.state == PlaceState.LIVE, c.message_id.is_(None), c.suspect, c.lease.is_(None))
        query = select(c.id, c.card, c.ref, c.subject).where(c.chat_id == chat_id, *waits).order_by(c.id)
        return (await self._session.execute(query)).all()

    async def unseen_notices(self, chat_id: int) -> Sequence[Row[int, Any]]:
        """id and body of the notices that arrived in the chat, or perhaps did, we do not know in which message."""
        c = outbox.c
        fates = or_(c.state == PostState.UNKNOWN, (c.state == PostState.SENT) & c.message_id.is_(None))
        query = select(c.id, c.body).where(c.kind == "notice", c.chat_id == chat_id, fates)
        return (await self._session.execute(query.order_by(c.id))).all()

    async def found(self, post_id: int, message_id: int, now: datetime) -> None:
        """That post is in that message."""
        arrived = {"state": PostState.SENT, "message_id": message_id, "settled_at": now}
        await self._session.execute(update(outbox).where(outbox.c.id == post_id).values(**arrived))

    async def parked_posts(self, chat_id: int) -> Sequence[Row[int, str, Any]]:
        """id, kind and body of the posts of unknown fate in the chat, oldest first."""
        c = outbox.c
        query = select(c.id, c.kind, c.body).where(c.state == PostState.UNKNOWN, c.chat_id == chat_id)
        return (await self._session.execute(query.order_by(c.id))).all()
