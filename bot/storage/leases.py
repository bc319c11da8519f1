"""What is due to go out, who has it in hand, and how it ended. Settling checks its own lease."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, Update, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.due import Due, Found, Question, columns_of, due_now, leased, post_of
from bot.storage.knowing import alone
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement
from bot.storage.paces import Paces, Told, messages_of
from bot.storage.shared import Queue, leased_until, server_now, take_turn

LEASE = timedelta(seconds=60)
"""Where one process works alone, and nobody waits for it to end; several share `bot.storage.shared.LEASE`."""

_WANTED = select(placement.c.id, placement.c.wanted).where(
    placement.c.id.in_(bindparam("ids", expanding=True))
)


@cache
def _take(table: Table, shared: bool) -> Update:
    """In hand of somebody, until some time."""
    state = {"state": PostState.SENDING} if table is outbox else {}
    mine = table.c.id.in_(bindparam("ids", expanding=True))
    until = leased_until() if shared else bindparam("until")
    return update(table).where(mine).values(lease=bindparam("by"), lease_until=until, **state)


@cache
def _free(table: Table, columns: tuple[str, ...], rest: timedelta) -> Update:
    """Out of somebody's hand, with these columns set; `id_` is the row's number. `rest`: nobody takes it before."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns if name != "id_"}
    values["lease_until"] = server_now() + rest if rest else None
    mine = (table.c.id == bindparam("id_"), table.c.lease == bindparam("by"))
    return update(table).where(*mine).values(**values, lease=None)


@cache
def _renew(table: Table) -> Update:
    """A sign of life."""
    return (
        update(table)
        .where(leased(table), table.c.lease == bindparam("by"))
        .values(lease_until=leased_until())
    )


@cache
def _still(table: Table) -> Select[Any]:
    """Which of these are still somebody's, and stay so until this transaction ends; always in the same order."""
    mine = (table.c.id.in_(bindparam("ids", expanding=True)), table.c.lease == bindparam("by"))
    return select(table.c.id).where(*mine).order_by(table.c.id).with_for_update()


class Leases:
    """The dispatcher's queries."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._shared = not alone(session)

    async def due(
        self,
        now: datetime,
        busy: Collection[int],
        resting: Mapping[int, Collection[int]],
        limit: int,
        below: int,
        edited: Collection[int] = (),
        lease: str = "",
    ) -> Found:
        """What may go out now, most urgent first.

        Leaves out `busy` chats, what a chat cannot take (`resting`: by priority, whatever is as urgent or less),
        priorities that may not go at all (`below`: only numbers up to that), and cards just `edited`; and chats to
        which another than `lease` is sending.
        """
        question = Question(now, busy, resting, limit, below, edited, lease if self._shared else None)
        return await due_now(self._session, question)

    async def line_up(self) -> None:
        """Where several processes send: none of the others chooses while this transaction does."""
        if self._shared:
            await take_turn(self._session, Queue.OUTBOX)

    async def take(self, due: Sequence[Due], lease: str, now: datetime) -> None:
        """These are in hand from now on."""
        for table, is_card in ((outbox, False), (placement, True)):
            if ids := [one.id for one in due if one.is_card is is_card]:
                until = {} if self._shared else {"until": now + LEASE}
                await self._session.execute(_take(table, self._shared), {"ids": ids, "by": lease, **until})

    async def renew(self, lease: str) -> None:
        """Whoever has these in hand lives."""
        for table in (outbox, placement):
            await self._session.execute(_renew(table), {"by": lease})

    async def still(self, lease: str, due: Sequence[Due]) -> set[tuple[bool, int]]:
        """Which of these are still in that hand (`is_card`, number), and stay there until this transaction ends."""
        if not self._shared:
            return {(one.is_card, one.id) for one in due}
        found = set()
        for table, is_card in ((outbox, False), (placement, True)):
            if ids := [one.id for one in due if one.is_card is is_card]:
                rows = await self._session.scalars(_still(table), {"ids": ids, "by": lease})
                found |= {(is_card, number) for number in rows}
        return found

    async def in_hand(self, lease: str) -> list[Due]:
        """Posts that are still leased by that one."""
        held = (outbox.c.state == PostState.SENDING, outbox.c.lease == lease)
        mine = select(*columns_of(outbox)).where(*held)
        return [post_of(row) for row in await self._session.execute(mine)]

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
        rows = await self._session.execute(_WANTED, {"ids": list(ids)})
        return {row.id: row.wanted for row in rows}

    async def settle_posts(self, lease: str, rows: Sequence[dict[str, Any]]) -> None:
        """How posts ended: each row has `id_` and the columns to set."""
        await self._settle(outbox, lease, rows)

    async def settle_cards(
        self, lease: str, rows: Sequence[dict[str, Any]], rest: timedelta = timedelta()
    ) -> None:
        """How cards ended: each row has `id_` and the columns to set. `rest`: no other process takes them so soon."""
        await self._settle(placement, lease, rows, rest if self._shared else timedelta())

    async def _settle(
        self, table: Table, lease: str, rows: Sequence[dict[str, Any]], rest: timedelta = timedelta()
    ) -> None:
        shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in rows:
            shapes.setdefault(tuple(sorted(row)), []).append(row)
        connection = await self._session.connection()
        for shape, alike in shapes.items():
            await connection.execute(_free(table, shape, rest), [{**row, "by": lease} for row in alike])

    async def abandoned(self, before: datetime | None, mine: Collection[str]) -> tuple[int, int]:
        """Takes back what somebody who died had in hand: their fate is unknown. `before` None: whatever is leased.

        Returns how many are to be tried again and how many were parked for a person.
        """
        posts = await self._lost(outbox, before, mine)
        cards = await self._lost(placement, before, mine)
        if self._shared and (posts or cards):
            await self._count(posts, cards)
        parked = [one["id"] for one in posts if one["fate"] is Fate.PARK]
        again = [one["id"] for one in posts if one["fate"] is not Fate.PARK]
        marked = [one["id"] for one in posts if one["fate"] in (Fate.MARK, Fate.HOLDER)]
        free = {"lease": None, "lease_until": None}
        await self._set(outbox, parked, state=PostState.UNKNOWN, error="unknown fate", **free)
        await self._set(outbox, again, state=PostState.PENDING, **free)
        await self._set(outbox, marked, suspect=True)
        await self._set(placement, [one["id"] for one in cards], digest=None, **free)
        await self._set(placement, [one["id"] for one in cards if one["message_id"] is None], suspect=True)
        return len(again) + len(cards), len(parked)

    async def _count(self, posts: Sequence[Any], cards: Sequence[Any]) -> None:
        """Whatever of it arrived counts against Telegram's limits, for all of us."""
        await self.line_up()
        albums = [one["body"] if one["kind"] == "album" else None for one in posts]
        chats = [(one["chat_id"], messages_of(album)) for one, album in zip(posts, albums, strict=True)]
        chats += [(one["chat_id"], 1) for one in cards]
        await Paces(self._session).tell("", [Told(chat, count) for chat, count in chats])

    async def _lost(self, table: Table, before: datetime | None, mine: Collection[str]) -> Sequence[Any]:
        where = [leased(table), or_(table.c.lease.is_(None), table.c.lease.not_in(list(mine)))]
        if before is not None:
            where.append(table.c.lease_until < (server_now() if self._shared else before))
        lost = select(table).where(*where).order_by(table.c.id).with_for_update(skip_locked=True)
        return (await self._session.execute(lost)).mappings().all()

    async def _set(self, table: Table, ids: Sequence[int], **values: Any) -> None:
        if ids:
            await self._session.execute(update(table).where(table.c.id.in_(ids)).values(**values))

    async def move_chat(self, old: int, new: int) -> None:
        """A group has a new number: whatever waits goes there.

        Messages are numbered anew there, so a card that hangs in the old one is posted anew when it next changes.
        """
        over = (PostState.SENT, PostState.EXPIRED)
        waits = update(outbox).where(outbox.c.chat_id == old, outbox.c.state.not_in(over))
        of_old = outbox.c.kind.in_(
            ["delete", "strip"]
        )  # by number: in the new one it would hit another message
        await self._session.execute(waits.where(of_old).values(state=PostState.EXPIRED))
        await self._session.execute(waits.where(~of_old).values(chat_id=new))
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
