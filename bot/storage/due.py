"""What may go out now: the question, and one thing that came out as its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, Table, TextClause, and_, bindparam, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.machinery import BEHIND, LEASED, PENDING, TRIED_AGAIN, Fate, PostState, outbox, placement
from bot.storage.shared import server_now

_POST = ("kind", "body", "fate", "subject", "expires_at")
_CARD = ("card", "subject", "ref", "message_id", "digest")


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


@dataclass(frozen=True)
class Question:
    """What may go out `now`, most urgent first, `most` of it.

    Left out are `busy` chats, what a chat cannot take (`resting`: by priority, whatever is as urgent or less),
    priorities that may not go at all (`below`: only numbers up to that), and cards just `edited`. `lease`: of who asks,
    where several processes send; then chats that another is sending to are left out too.
    """

    now: datetime
    busy: Collection[int]
    resting: Mapping[int, Collection[int]]
    most: int
    below: int
    edited: Collection[int] = ()
    lease: str | None = None


class Found(NamedTuple):
    """What may go out, most urgent first, and the numbers of cards among it that rest after an edit."""

    due: list[Due]
    resting: frozenset[int]


async def due_now(session: AsyncSession, asked: Question) -> Found:
    """The answer."""
    closed = {priority: chats for priority, chats in asked.resting.items() if chats}
    values: dict[str, Any] = {
        "now": asked.now,
        "soon": asked.now + TRIED_AGAIN,
        "below": asked.below,
        "busy": list(asked.busy),
        "most": asked.most,
    }
    values |= {_resting(priority): list(chats) for priority, chats in closed.items()}
    if shared := asked.lease is not None:
        values["by"] = asked.lease
    posts = await session.execute(_question(outbox, bool(asked.busy), tuple(closed), shared), values)
    found = [post_of(row) for row in posts]
    cards = _question(placement, bool(asked.busy), tuple(closed), shared)
    behind = await _behind(session, cards, values, asked)
    found += [_card(row) for row in behind if row.id not in asked.edited]
    resting = frozenset(row.id for row in behind if row.id in asked.edited)
    return Found(sorted(found, key=lambda one: one.order)[: asked.most], resting)


async def _behind(
    session: AsyncSession, cards: Select[Any], values: dict[str, Any], asked: Question
) -> list[Row[Any]]:
    """Cards, so many of which were not edited just now. Few of those are behind again: mostly one question does."""
    most = asked.most
    while True:
        rows = (await session.execute(cards, values | {"most": most})).all()
        rests = sum(row.id in asked.edited for row in rows)
        if len(rows) - rests >= asked.most or len(rows) < most:
            return list(rows)
        most = asked.most + len(asked.edited)


@cache
def _question(table: Table, busy: bool, resting: tuple[int, ...], shared: bool) -> Select[Any]:
    """Asked many times a second, so made once for each shape of it."""
    c = table.c
    set_back = and_(c.attempts > 0, c.not_before > bindparam("soon"))
    where: list[ColumnElement[bool] | TextClause] = [
        c.priority <= bindparam("below"),
        or_(c.not_before.is_(None), c.not_before <= bindparam("now"), set_back),
    ]
    if table is outbox:
        where.append(PENDING)
    else:
        where += [BEHIND, c.lease.is_(None)]
    if busy:
        where.append(c.chat_id.not_in(bindparam("busy", expanding=True)))
    if shared:
        where += [c.chat_id.not_in(_with_others(other)) for other in (outbox, placement)]
    if shared and table is placement:
        where.append(or_(c.lease_until.is_(None), c.lease_until <= server_now()))
    for priority in resting:
        rests = c.chat_id.in_(bindparam(_resting(priority), expanding=True))
        where.append(not_(and_(c.priority >= priority, rests)))
    query = select(*columns_of(table)).where(*where).order_by(c.priority, c.id).limit(bindparam("most"))
    return query.with_for_update(skip_locked=True)


def leased(table: Table) -> ColumnElement[bool] | TextClause:
    """Being sent by somebody; as the indices have it."""
    return table.c.state == PostState.SENDING if table is outbox else LEASED


def _with_others(table: Table) -> Select[Any]:
    """Chats that another process is sending to."""
    hands = table.alias()
    held = hands.c.state == PostState.SENDING if table is outbox else hands.c.lease.is_not(None)
    return select(hands.c.chat_id).where(held, hands.c.lease != bindparam("by"))


def _resting(priority: int) -> str:
    return f"resting_{priority}"


def columns_of(table: Table) -> list[ColumnElement[Any]]:
    """What `post_of` (of the outbox) reads, in its order; of a placement what a card is sent by."""
    first = ("id", "chat_id", "priority", "suspect", "attempts")
    rest = _POST if table is outbox else _CARD
    return [table.c[name] for name in first + rest]


def post_of(row: Sequence[Any]) -> Due:
    """A row of the outbox, in the order of `columns_of`."""
    number, chat, priority, suspect, attempts, kind, body, fate, subject, expires_at = row
    return Due(
        False, number, chat, priority, suspect, attempts, kind, body, fate, subject, expires_at=expires_at
    )


def _card(row: Sequence[Any]) -> Due:
    number, chat, priority, suspect, attempts, card, subject, ref, message_id, digest = row
    told = {"subject": subject, "ref": ref, "message_id": message_id, "digest": digest}
    return Due(True, number, chat, priority, suspect, attempts, card, **told)
