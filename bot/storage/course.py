"""How one notice goes: its posts, and the messages they have become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notice import Fate, fate_of
from bot.storage import tables
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from bot.storage.notices import KIND, subject_of

_c, _o, _p = tables.chat.c, outbox.c, placement.c
CARD = "notice_post"
"""The card a notice is in a chat once it has arrived there."""


_STUCK = _o.state.in_([PostState.FAILED, PostState.UNKNOWN])


@dataclass(frozen=True)
class Stuck:
    """A post that did not get through, or of which nobody knows."""

    id: int
    chat_id: int
    state: PostState


class Course:
    """How one notice goes: its posts, and the messages they have become."""

    def __init__(self, session: AsyncSession, notice_id: int) -> None:
        self._session = session
        self._id = notice_id
        self._posts = (_o.subject == subject_of(notice_id), _o.kind == KIND)
        self._parts = (_o.subject == subject_of(notice_id), _o.kind.in_([KIND, "album"]))
        self._cards = (_p.card == CARD, _p.ref == notice_id)

    async def fates(self) -> Counter[Fate]:
        """How many chats came to each."""
        person = (_o.chat_id > 0).label("person")
        rows = await self._session.execute(
            select(_o.state, _o.error, person, func.count())
            .where(*self._posts)
            .group_by(_o.state, _o.error, person)
        )
        found: Counter[Fate] = Counter()
        for state, error, is_person, count in rows:
            found[fate_of(state, error, person=bool(is_person))] += count
        return found

    async def next_at(self) -> datetime | None:
        """When the next of what is left may leave."""
        query = select(func.min(_o.not_before)).where(*self._posts, _o.state == PostState.PENDING)
        found: datetime | None = await self._session.scalar(query)
        return found

    async def troubled(self, limit: int = 100) -> list[tuple[int, Fate, str]]:
        """Post, fate and name of the groups it did not reach, or perhaps did not: each once, though an album and its
        words are two posts."""
        rows = await self._session.execute(
            select(_o.id, _o.chat_id, _o.state, _o.error, _c.title)
            .outerjoin(tables.chat, _c.chat_id == _o.chat_id)
            .where(*self._parts, _STUCK, _o.chat_id < 0)
            .order_by(_o.kind.desc(), _o.id)
            .limit(limit)
        )
        found = {row.chat_id: row for row in reversed(rows.all())}
        return sorted(
            (row.id, fate_of(row.state, row.error, person=False), row.title or str(row.chat_id))
            for row in found.values()
        )

    async def out_of_hand(self, *, parked: bool = True) -> list[str]:
        """Names of the groups in which it stands in a message we do not know; `parked`: or may stand."""
        known = (_o.state == PostState.SENT) & _o.message_id.is_(None)
        lost = or_(_o.state == PostState.UNKNOWN, known) if parked else known
        query = select(_c.title).join(tables.chat, _c.chat_id == _o.chat_id).where(*self._posts, lost)
        return list(await self._session.scalars(query.order_by(_o.id)))

    async def out_of_reach(self) -> list[str]:
        """Names of the groups in which it stands, and where we can change nothing any more."""
        there = (*self._cards, _p.state == PlaceState.GONE, _p.message_id.is_not(None), _p.chat_id < 0)
        query = select(_c.title).join(tables.chat, _c.chat_id == _p.chat_id).where(*there)
        return list(await self._session.scalars(query.order_by(_p.id)))

    async def stuck(self, post_id: int) -> list[Stuck]:
        """That post, and what else of the notice got stuck on its way to the same chat, in the order it was to go."""
        chat = select(_o.chat_id).where(_o.id == post_id, *self._parts).scalar_subquery()
        rows = await self._session.execute(
            select(_o.id, _o.chat_id, _o.state)
            .where(*self._parts, _STUCK, _o.chat_id == chat)
            .order_by(_o.id)
        )
        return [Stuck(*row) for row in rows]

    async def hold(self) -> None:
        """停: what has not gone out stays here."""
        await self._turn(PostState.PENDING, PostState.HELD)

    async def let_go(self, at: datetime) -> None:
        """接着发, not before `at`."""
        await self._turn(PostState.HELD, PostState.PENDING, not_before=at, attempts=0)

    async def drop(self, now: datetime) -> None:
        """What has not gone out never will."""
        await self._turn(PostState.HELD, PostState.EXPIRED, error="withdrawn", settled_at=now)
        await self._turn(PostState.PENDING, PostState.EXPIRED, error="withdrawn", settled_at=now)

    async def _turn(self, before: PostState, after: PostState, **values: Any) -> None:
        await self._session.execute(
            update(outbox).where(*self._parts, _o.state == before).values(state=after, **values)
        )

    async def show_anew(self, now: datetime, chat_id: int | None = None) -> None:
        """Every message of it, or that in one chat, is edited as Telegram's pace allows; the next change of its number
        waits from `now` on, as after any other."""
        there = [] if chat_id is None else [_p.chat_id == chat_id]
        await self._session.execute(
            update(placement)
            .where(*self._cards, *there, _p.state == PlaceState.LIVE)
            .values(wanted=_p.wanted + 1, not_before=now)
        )

    async def messages(self) -> list[Row[int, int]]:
        """chat_id and message_id wherever it stands."""
        query = select(_p.chat_id, _p.message_id).where(*self._cards, _p.message_id.is_not(None))
        return list((await self._session.execute(query)).all())


async def lost_in(session: AsyncSession, chat_id: int) -> list[int]:
    """Notices that stand in a chat in which we could change nothing any more."""
    there = (_p.card == CARD, _p.chat_id == chat_id, _p.state == PlaceState.GONE)
    return list(await session.scalars(select(_p.ref).where(*there)))


async def adopt(session: AsyncSession, rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Posts that have arrived live on as cards: each row has `ref`, `chat_id`, `message_id`, `digest`."""
    fixed = {"card": CARD, "round": 0, "priority": 50, "wanted": 1, "shown": 1, "state": PlaceState.LIVE}
    for ref in {row["ref"] for row in rows}:
        chats = [row["chat_id"] for row in rows if row["ref"] == ref]
        there = (_p.card == CARD, _p.ref == ref, _p.chat_id.in_(chats), _p.round == 0)
        await session.execute(update(placement).where(*there).values(round=-_p.id, state=PlaceState.RETIRED))
    made = {"suspect": False, "attempts": 0, "created_at": now}
    every = [{**fixed, **made, "subject": f"read:{row['ref']}", **row} for row in rows]
    await session.execute(insert(placement), every)
