"""What goes out: posts of words, and cards at their places. Collected while a unit of work lasts, written at its end."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Update, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.priority import Priority
from bot.domain.quiet import leaves_at
from bot.storage.expecting import Expected
from bot.storage.inserting import insert_new, insert_or_revive
from bot.storage.knowing import alone
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement

_TOUCH = (
    update(placement)
    .where(
        placement.c.subject.in_(bindparam("subjects", expanding=True)), placement.c.state == PlaceState.LIVE
    )
    .values(wanted=placement.c.wanted + 1)
)
_ABOUT = (
    select(placement.c.id)
    .where(
        placement.c.subject.in_(bindparam("subjects", expanding=True)), placement.c.state == PlaceState.LIVE
    )
    .order_by(placement.c.id)
    .with_for_update()
)
_TOUCH_IN_ORDER = update(placement).where(placement.c.id.in_(_ABOUT)).values(wanted=placement.c.wanted + 1)
"""Where others change the same rows: always in the same order, so that no two wait for each other."""
_LATELY = (
    select(placement.c.chat_id, func.count())
    .where(
        placement.c.chat_id.in_(bindparam("chats", expanding=True)),
        placement.c.card == bindparam("name"),
        placement.c.created_at >= bindparam("since"),
    )
    .group_by(placement.c.chat_id)
)

_NEWEST = 3
"""So many copies of a card that somebody asks for again and again live on in a chat, with the one that is coming."""


def _older() -> Update:
    """Older copies of a card that stands at the bottom of its chat anew show only that there is a newer one."""
    p, copy = placement.c, placement.alias().c
    same = (copy.card == p.card, copy.ref == p.ref, copy.chat_id == p.chat_id, copy.round > p.round)
    newer = select(func.count()).where(*same).scalar_subquery()
    here = (p.card == bindparam("card_"), p.ref == bindparam("ref_"), p.chat_id == bindparam("chat_"))
    old = (p.round > 0, p.state == PlaceState.LIVE, p.message_id.is_not(None), newer >= _NEWEST - 1)
    turned = {"card": "older", "subject": "older", "round": -p.message_id, "wanted": p.wanted + 1}
    return update(placement).where(*here, *old).values(**turned)


_OLDER = _older()


class Posts:
    """The outgoing side of a unit of work."""

    def __init__(self, session: AsyncSession, expected: Expected, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone
        self._expected = expected
        self._lately: dict[tuple[str, int, datetime], int] = {}  # as written, by card, chat and since when
        self._posts: dict[str, dict[str, Any]] = {}
        self._places: dict[tuple[str, int, int, int], dict[str, Any]] = {}
        self._touched: set[str] = set()
        self._anew: set[tuple[str, int, int]] = set()

    @property
    def any(self) -> bool:
        """Has something been asked for?"""
        return bool(self._posts or self._places or self._touched)

    def post(
        self,
        dedupe: str,
        chat_id: int,
        kind: str,
        body: dict[str, Any],
        *,
        now: datetime,
        priority: Priority = Priority.ANSWER,
        subject: str | None = None,
        fate: Fate | None = None,
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """One outgoing request, made once for its `dedupe` key; by night a reminder or a notice waits."""
        self._posts.setdefault(
            dedupe,
            {
                "dedupe_key": dedupe,
                "chat_id": chat_id,
                "kind": kind,
                "priority": int(priority),
                "body": body,
                "subject": subject,
                "fate": fate or (Fate.PARK if chat_id < 0 else Fate.MARK),
                "not_before": self._leaves(priority, now, not_before),
                "expires_at": expires_at,
                "state": PostState.PENDING,
                "suspect": False,
                "attempts": 0,
                "created_at": now,
            },
        )

    def place(
        self,
        card: str,
        ref: int,
        subject: str,
        chat_id: int,
        *,
        now: datetime,
        priority: Priority,
        round_: int = 0,
        not_before: datetime | None = None,
        anew: bool = False,
    ) -> None:
        """Puts a card somewhere, `not_before` then. Where the same one already is, it is brought up to date; `anew`: of
        older copies only the newest are."""
        self._places.setdefault(
            (card, ref, chat_id, round_),
            {
                "card": card,
                "ref": ref,
                "round": round_,
                "subject": subject,
                "chat_id": chat_id,
                "priority": int(priority),
                "wanted": 1,
                "shown": 0,
                "state": PlaceState.LIVE,
                "suspect": False,
                "attempts": 0,
                "not_before": self._leaves(priority, now, not_before),
                "created_at": now,
            },
        )
        self._touched.add(subject)
        if anew:
            self._anew.add((card, ref, chat_id))

    def touch(self, subject: str) -> None:
        """Whatever is shown of this subject wants to be shown anew."""
        self._touched.add(subject)

    def _leaves(self, priority: Priority, now: datetime, not_before: datetime | None) -> datetime | None:
        meant = not_before or now
        then = leaves_at(priority, meant, self._zone)
        return not_before if then == meant else then

    async def write(self) -> None:
        """Each table once; older copies are put by before anything is brought up to date."""
        if self._anew:
            copies = [{"card_": card, "ref_": ref, "chat_": chat} for card, ref, chat in sorted(self._anew)]
            await self._session.execute(_OLDER, copies)
        if self._touched:
            touch = _TOUCH if alone(self._session) else _TOUCH_IN_ORDER
            await self._session.execute(touch, {"subjects": sorted(self._touched)})
        if self._places:
            again = insert_or_revive(self._session)
            await self._session.execute(again, list(self._places.values()))
        if self._posts:
            await self._session.execute(insert_new(self._session, outbox), list(self._posts.values()))
        self._posts, self._places, self._touched, self._anew = {}, {}, set(), set()

    async def cards_since(self, card: str, chat_id: int, since: datetime) -> int:
        """How many cards of this name were put in the chat since then."""
        if (card, chat_id, since) not in self._lately:
            chats = {chat_id} | self._expected.groups
            rows = await self._session.execute(
                _LATELY, {"name": card, "chats": sorted(chats), "since": since}
            )
            self._lately |= {(card, chat, since): 0 for chat in chats}
            self._lately |= {(card, chat, since): count for chat, count in rows}
        fresh = sum(1 for one in self._places.values() if one["card"] == card and one["chat_id"] == chat_id)
        return self._lately[card, chat_id, since] + fresh
