"""What dispatchers on one PostgreSQL tell each other of Telegram's limits, so that together they stay inside them.

1. One of them at a time chooses what leaves (`Leases.line_up`). In that transaction it first reads what the others have
   said since it last did, and what they have in hand: messages that may arrive at any moment.
2. It says what has arrived of its own: which chat, how many, how long ago, by the server's clock.
3. What it then takes in hand is seen by the next one. Nobody ever chooses without knowing of all the others' messages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Double,
    Insert,
    Interval,
    Select,
    bindparam,
    case,
    cast,
    delete,
    extract,
    insert,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.crypto import Encrypted
from bot.storage.machinery import PostState, outbox, pace, placement
from bot.storage.shared import server_now

KEPT = timedelta(seconds=75)
"""Longer than any of Telegram's windows."""


@dataclass(frozen=True)
class Told:
    """So many messages arrived in a chat so long ago (`even`: of those that leave evenly); or a chat, or without one
    everybody, is to rest for `rest_s`."""

    chat_id: int | None
    count: int = 0
    even: bool = False
    ago_s: float = 0.0
    rest_s: float | None = None


class Paces:
    """Asked only where several processes send."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def tell(self, lease: str, told: Sequence[Told]) -> None:
        """To the others; in the transaction in which we have lined up."""
        rows = [
            {
                "lease": lease,
                "chat_id": one.chat_id,
                "count": one.count,
                "even": one.even,
                "ago": timedelta(seconds=one.ago_s),
                "rest": None if one.rest_s is None else timedelta(seconds=one.rest_s),
            }
            for one in told
        ]
        if rows:
            await self._session.execute(_tell(), rows)

    async def heard(self, lease: str, since: int) -> tuple[int, list[Told]]:
        """What others have told after number `since`; and the number to ask from the next time."""
        rows = (await self._session.execute(_heard(), {"by": lease, "since": since})).all()
        told = [Told(row.chat_id, row.count, row.even, row.ago_s, row.rest_s) for row in rows]
        return max([since, *(row.id for row in rows)]), told

    async def held(self, lease: str) -> list[tuple[int, int]]:
        """Chat and count of what others have in hand."""
        rows = await self._session.execute(_held(), {"by": lease})
        return [(row.chat_id, messages_of(row.album)) for row in rows]

    async def forget(self) -> None:
        """What counts no more."""
        over = (
            pace.c.at < server_now() - KEPT,
            or_(pace.c.rests_until.is_(None), pace.c.rests_until < server_now()),
        )
        await self._session.execute(delete(pace).where(*over))


def messages_of(album: Mapping[str, Any] | None) -> int:
    """An album counts as many as it holds; anything else has no such body."""
    return int((album or {}).get("count", 1))


@cache
def _tell() -> Insert:
    return insert(pace).values(
        at=server_now() - bindparam("ago", type_=Interval()),
        rests_until=server_now() + bindparam("rest", type_=Interval()),
    )


@cache
def _heard() -> Select[Any]:
    ago = cast(extract("epoch", server_now() - pace.c.at), Double)
    rest = cast(extract("epoch", pace.c.rests_until - server_now()), Double)
    counts = or_(pace.c.at > server_now() - KEPT, pace.c.rests_until > server_now())
    return (
        select(pace.c.id, pace.c.chat_id, pace.c.count, pace.c.even, ago.label("ago_s"), rest.label("rest_s"))
        .where(pace.c.id > bindparam("since"), pace.c.lease != bindparam("by"), counts)
        .order_by(pace.c.id)
    )


@cache
def _held() -> Any:
    album = type_coerce(case((outbox.c.kind == "album", outbox.c.body), else_=null()), Encrypted)
    posts = select(outbox.c.chat_id, album.label("album")).where(
        outbox.c.state == PostState.SENDING, outbox.c.lease != bindparam("by")
    )
    cards = select(placement.c.chat_id, type_coerce(null(), Encrypted).label("album")).where(
        placement.c.lease.is_not(None), placement.c.lease != bindparam("by")
    )
    return union_all(posts, cards)
