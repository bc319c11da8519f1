"""What is due to go out, who has it in hand, and how it ended. Settling checks its own lease."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement

LEASE = timedelta(seconds=60)


@dataclass(frozen=True)
class Due:
    """One thing to send: a post (`body`) or a card at its place."""

    is_card: bool
    id: int
    chat_id: int
    priority: int
    suspect: bool
    attempts: int
    kind: str  # of a post; the card's name for a card
    body: Any = None
    fate: Fate = Fate.RESEND
    subject: str | None = None
    ref: int = 0
    message_id: int | None = None
    digest: str | None = None
    expires_at: datetime | None = None

    @property
    def order(self) -> tuple[int, bool, int]:
        """The most urgent first, then as they were asked for."""
        return (self.priority, self.is_card, self.id)


class Leases:
    """The dispatcher's queries."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def due(
        self,
        now: datetime,
        busy: Collection[int],
        resting: Mapping[int, Collection[int]],
        limit: int,
        below: int,
        edited: Collection[int] = (),
    ) -> list[Due]:
        """What may go out now, most urgent first.

        Leaves out `busy` chats, what a chat cannot take (`resting`: by priority, whatever is as urgent or less),
        priorities that may not go at all (`below`: only numbers up to that), and cards just `edited`.
        """
        posts = await self._session.execute(
            select(outbox)
            .where(
                outbox.c.state == PostState.PENDING,
                outbox.c.priority <= below,
                or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
                *_open_chats(outbox, busy, resting),
            )
            .order_by(outbox.c.priority, outbox.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        cards = await self._session.execute(
            select(placement)
            .where(
                placement.c.wanted > placement.c.shown,
                placement.c.state == PlaceState.LIVE,
                placement.c.lease.is_(None),
                placement.c.priority <= below,
                or_(placement.c.not_before.is_(None), placement.c.not_before <= now),
                *_open_chats(placement, busy, resting),
            )
            .order_by(placement.c.priority, placement.c.id)
            .limit(limit + len(edited))
            .with_for_update(skip_locked=True)
        )
        found = [_post(row._mapping) for row in posts]
        found += [_card(row._mapping) for row in cards if row.id not in edited]
        return sorted(found, key=lambda one: one.order)[:limit]

    async def take(self, due: Sequence[Due], lease: str, now: datetime) -> None:
        """These are in hand from now on."""
        posts = [one.id for one in due if not one.is_card]
        cards = [one.id for one in due if one.is_card]
        if posts:
            await self._session.execute(
                update(outbox)
                .where(outbox.c.id.in_(posts))
                .values(state=PostState.SENDING, lease=lease, lease_until=now + LEASE)
            )
        if cards:
            await self._session.execute(
                update(placement)
                .where(placement.c.id.in_(cards))
                .values(lease=lease, lease_until=now + LEASE)
            )

    async def put_back(self, due: Sequence[Due], lease: str) -> None:
        """These were not sent after all."""
        await self.settle_posts(
            lease, [{"id_": one.id, "state": PostState.PENDING} for one in due if not one.is_card]
        )
        await self.settle_cards(lease, [{"id_": one.id} for one in due if one.is_card])

    async def wanted(self, ids: Sequence[int]) -> dict[int, int]:
        """The revision each card wants, read together with the state it will show."""
        if not ids:
            return {}
        rows = await self._session.execute(
            select(placement.c.id, placement.c.wanted).where(placement.c.id.in_(ids))
        )
        return {row.id: row.wanted for row in rows}

    async def settle_posts(self, lease: str, rows: Sequence[dict[str, Any]]) -> None:
        """How posts ended: each row has `id_` and the columns to set."""
        await self._settle(outbox, lease, rows)

    async def settle_cards(self, lease: str, rows: Sequence[dict[str, Any]]) -> None:
        """How cards ended: each row has `id_` and the columns to set."""
        await self._settle(placement, lease, rows)

    async def _settle(self, table: Table, lease: str, rows: Sequence[dict[str, Any]]) -> None:
        shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in rows:
            shapes.setdefault(tuple(sorted(row)), []).append(row)
        connection = await self._session.connection()
        for shape, alike in shapes.items():
            values: dict[str, Any] = {name: bindparam(name) for name in shape if name != "id_"}
            await connection.execute(
                update(table)
                .where(table.c.id == bindparam("id_"), table.c.lease == lease)
                .values(**values, lease=None, lease_until=None),
                alike,
            )

    async def abandoned(self, before: datetime | None, mine: Collection[str]) -> tuple[int, int]:
        """Takes back what somebody who died had in hand: their fate is unknown. `before` None: whatever is leased.

        Returns how many are to be tried again and how many were parked for a person.
        """
        posts = await self._lost(outbox, before, mine, outbox.c.state == PostState.SENDING)
        cards = await self._lost(placement, before, mine, placement.c.lease.is_not(None))
        parked = [one["id"] for one in posts if one["fate"] is Fate.PARK]
        again = [one["id"] for one in posts if one["fate"] is not Fate.PARK]
        marked = [one["id"] for one in posts if one["fate"] in (Fate.MARK, Fate.HOLDER)]
        free = {"lease": None, "lease_until": None}
        await self._set(outbox, parked, state=PostState.UNKNOWN, error="unknown fate", **free)
        await self._set(outbox, again, state=PostState.PENDING, **free)
        await self._set(outbox, marked, suspect=True)
        await self._set(placement, [one["id"] for one in cards], **free)
        await self._set(placement, [one["id"] for one in cards if one["message_id"] is None], suspect=True)
        return len(again) + len(cards), len(parked)

    async def _lost(
        self, table: Table, before: datetime | None, mine: Collection[str], leased: ColumnElement[bool]
    ) -> Sequence[Any]:
        where = [leased, or_(table.c.lease.is_(None), table.c.lease.not_in(list(mine)))]
        if before is not None:
            where.append(table.c.lease_until < before)
        return (await self._session.execute(select(table).where(*where))).mappings().all()

    async def _set(self, table: Table, ids: Sequence[int], **values: Any) -> None:
        if ids:
            await self._session.execute(update(table).where(table.c.id.in_(ids)).values(**values))

    async def move_chat(self, old: int, new: int) -> None:
        """A group has a new number: whatever waits goes there.

        Messages are numbered anew there, so a card that hangs in the old one is posted anew when it next changes.
        """
        over = (PostState.SENT, PostState.EXPIRED)
        await self._session.execute(
            update(outbox).where(outbox.c.chat_id == old, outbox.c.state.not_in(over)).values(chat_id=new)
        )
        there = placement.alias()
        same = (there.c[name] == placement.c[name] for name in ("card", "ref", "round"))
        already = select(there.c.id).where(there.c.chat_id == new, *same).exists()
        hangs = update(placement).where(placement.c.chat_id == old)
        await self._session.execute(hangs.where(~already).values(chat_id=new, message_id=None, digest=None))
        await self._session.execute(hangs.values(state=PlaceState.RETIRED))

    async def revive(self, chat_id: int) -> None:
        """The chat takes messages again: its cards live again and are brought up to date."""
        await self._session.execute(
            update(placement)
            .where(placement.c.chat_id == chat_id, placement.c.state == PlaceState.GONE)
            .values(state=PlaceState.LIVE, wanted=placement.c.wanted + 1, attempts=0)
        )


def _open_chats(
    table: Table, busy: Collection[int], resting: Mapping[int, Collection[int]]
) -> list[ColumnElement[bool]]:
    closed = [
        not_(and_(table.c.priority >= p, table.c.chat_id.in_(list(c)))) for p, c in resting.items() if c
    ]
    return [table.c.chat_id.not_in(list(busy)), *closed] if busy else closed


def _post(row: Any) -> Due:
    return Due(
        is_card=False,
        id=row["id"],
        chat_id=row["chat_id"],
        priority=row["priority"],
        suspect=row["suspect"],
        attempts=row["attempts"],
        kind=row["kind"],
        body=row["body"],
        fate=row["fate"],
        subject=row["subject"],
        expires_at=row["expires_at"],
    )


def _card(row: Any) -> Due:
    return Due(
        is_card=True,
        id=row["id"],
        chat_id=row["chat_id"],
        priority=row["priority"],
        suspect=row["suspect"],
        attempts=row["attempts"],
        kind=row["card"],
        subject=row["subject"],
        ref=row["ref"],
        message_id=row["message_id"],
        digest=row["digest"],
    )
