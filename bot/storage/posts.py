"""What goes out: posts of words, and cards at their places. Collected while a unit of work lasts, written at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import RowMapping, Table, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.priority import Priority
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement


def insert_new(session: AsyncSession, table: Table) -> Any:
    """An insert that passes over rows whose unique key is there already, on either database."""
    return _insert_new(session.get_bind().dialect.name, table)


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    make = postgresql_insert if dialect == "postgresql" else sqlite_insert
    return make(table).on_conflict_do_nothing()


def insert_or_revive(session: AsyncSession) -> Any:
    """An insert of cards, where a retired one that is put back at its old place lives again."""
    return _insert_or_revive(session.get_bind().dialect.name)


@cache
def _insert_or_revive(dialect: str) -> Any:
    make = postgresql_insert if dialect == "postgresql" else sqlite_insert
    return make(placement).on_conflict_do_update(
        index_elements=["card", "ref", "chat_id", "round"],
        set_={"state": PlaceState.LIVE, "wanted": placement.c.wanted + 1, "error": None},
        where=placement.c.state == PlaceState.RETIRED,
    )


def pack(args: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments as JSON can keep them."""
    return {k: {"$at": v.isoformat()} if isinstance(v, datetime) else v for k, v in args.items()}


def unpack(args: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments again."""
    return {
        k: datetime.fromisoformat(v["$at"]) if isinstance(v, dict) and "$at" in v else v
        for k, v in args.items()
    }


@dataclass(frozen=True)
class File:
    """A file of a person's, by Telegram's file id; kind as in Telegram: photo, voice, video, document."""

    kind: str
    file_id: str


_TOUCH = (
    update(placement)
    .where(
        placement.c.subject.in_(bindparam("subjects", expanding=True)), placement.c.state == PlaceState.LIVE
    )
    .values(wanted=placement.c.wanted + 1)
)
_LATELY = (
    select(func.count())
    .select_from(placement)
    .where(
        placement.c.chat_id == bindparam("chat"),
        placement.c.card == bindparam("name"),
        placement.c.created_at >= bindparam("since"),
    )
)


class Posts:
    """The outgoing side of a unit of work."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._posts: dict[str, dict[str, Any]] = {}
        self._places: dict[tuple[str, int, int, int], dict[str, Any]] = {}
        self._touched: set[str] = set()

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
        """One outgoing request, made once for its `dedupe` key."""
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
                "not_before": not_before,
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
    ) -> None:
        """Puts a card somewhere, `not_before` then. Where the same one already is, it is brought up to date."""
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
                "not_before": not_before,
                "created_at": now,
            },
        )
        self._touched.add(subject)

    def touch(self, subject: str) -> None:
        """Whatever is shown of this subject wants to be shown anew."""
        self._touched.add(subject)

    async def write(self) -> None:
        """Each table once."""
        if self._touched:
            await self._session.execute(_TOUCH, {"subjects": sorted(self._touched)})
        if self._places:
            again = insert_or_revive(self._session)
            await self._session.execute(again, list(self._places.values()))
        if self._posts:
            await self._session.execute(insert_new(self._session, outbox), list(self._posts.values()))
        self._posts, self._places, self._touched = {}, {}, set()

    async def shown_at(self, chat_id: int, message_id: int) -> str | None:
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

    async def retire(self, card: str, chat_id: int, ref: int | None = None) -> None:
        """Older cards of this name in the chat are left as they are."""
        where = [
            placement.c.card == card,
            placement.c.chat_id == chat_id,
            placement.c.state == PlaceState.LIVE,
        ]
        if ref is not None:
            where.append(placement.c.ref == ref)
        await self._session.execute(update(placement).where(*where).values(state=PlaceState.RETIRED))

    async def cards_since(self, card: str, chat_id: int, since: datetime) -> int:
        """How many cards of this name were put in the chat since then."""
        lately = {"name": card, "chat": chat_id, "since": since}
        count = await self._session.scalar(_LATELY, lately)
        fresh = sum(1 for one in self._places.values() if one["card"] == card and one["chat_id"] == chat_id)
        return int(count or 0) + fresh
