"""Updates that came in, by the number Telegram gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Double, bindparam, cast, extract, func, insert, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningUpdate

from bot.storage.inserting import insert_new
from bot.storage.knowing import alone
from bot.storage.machinery import PENDING, TRIED_AGAIN, InboxState, inbox
from bot.storage.shared import Queue, leased_until, server_now, take_turn


def reference_of(update_id: int) -> str:
    """Six characters that find the log lines of this update, easy to say on the phone."""
    return blake2b(str(update_id).encode(), digest_size=3).hexdigest().upper()


class TakenError(Exception):
    """Another process has dealt with it."""


@dataclass(frozen=True)
class Filed:
    """One stored update that waits."""

    id: int
    update_id: int
    lane: str
    payload: Any
    attempts: int
    received_at: datetime
    age_s: float | None = None  # by the server, where several processes share one


_i = inbox.c
_SHOWN = (_i.id, _i.update_id, _i.lane, _i.payload, _i.attempts, _i.received_at)
_HELD = select(_i.lane).where(
    _i.state == InboxState.PENDING, _i.not_before > bindparam("now"), _i.not_before <= bindparam("soon")
)
_TURN = func.row_number().over(partition_by=_i.lane, order_by=_i.id).label("turn")
_IN_TURN = select(_i.id, _TURN).where(PENDING, _i.lane.not_in(_HELD)).subquery()
_WAITING = (
    select(*_SHOWN)
    .join(_IN_TURN, _IN_TURN.c.id == _i.id)
    .where(PENDING)
    .order_by(_IN_TURN.c.turn, _i.id)
    .limit(bindparam("most"))
)
_SETTLE = (
    update(inbox)
    .where(_i.id.in_(bindparam("ids", expanding=True)), PENDING)
    .values(state=bindparam("ended"), done_at=bindparam("at"), not_before=None)
)
_SETTLE_MINE = _SETTLE.where(_i.lease == bindparam("by")).values(lease=None, lease_until=None)


@cache
def _take() -> ReturningUpdate[Any]:
    """The next ones of lanes that nobody else has in hand."""
    others = select(_i.lane).where(PENDING, _i.lease != bindparam("by"), _i.lease_until > server_now())
    free = select(_i.id, _TURN).where(PENDING, _i.lane.not_in(_HELD), _i.lane.not_in(others)).subquery()
    next_ = select(free.c.id).order_by(free.c.turn, free.c.id).limit(bindparam("most")).cte("next_ones")
    age = cast(extract("epoch", server_now() - _i.stored_at), Double).label("age")
    return (
        update(inbox)
        .where(_i.id.in_(select(next_.c.id)), PENDING)
        .values(lease=bindparam("by"), lease_until=leased_until())
        .returning(*_SHOWN, age)
    )


class Inbox:
    """The inbox of one bot."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def last_update(self, bot_id: int) -> int:
        """The highest update number ever stored for this bot; 0 when none."""
        return int(
            await self._session.scalar(select(func.max(inbox.c.update_id)).where(inbox.c.bot_id == bot_id))
            or 0
        )

    async def known(self, bot_id: int, update_ids: Iterable[int]) -> set[int]:
        """Which of these are stored already."""
        rows = await self._session.scalars(
            select(inbox.c.update_id).where(
                inbox.c.bot_id == bot_id, inbox.c.update_id.in_(sorted(update_ids))
            )
        )
        return set(rows)

    async def between(self, bot_id: int, first: int, last: int, lanes: Iterable[str]) -> list[Any]:
        """What updates of these numbers and lanes held, in order; those that are not kept any more are left out."""
        rows = await self._session.scalars(
            select(inbox.c.payload)
            .where(
                inbox.c.bot_id == bot_id,
                inbox.c.update_id.between(first, last),
                inbox.c.lane.in_(sorted(lanes)),
            )
            .order_by(inbox.c.update_id)
        )
        return [payload for payload in rows if payload is not None]

    async def file(self, rows: Sequence[dict[str, Any]]) -> None:
        """Stores updates, passing over those that are there."""
        if not rows:
            return
        new = insert_new(self._session, inbox)
        if not alone(self._session):
            new = new.values(stored_at=server_now())
        await self._session.execute(new, list(rows))

    async def file_known_new(self, rows: Sequence[dict[str, Any]]) -> None:
        """Stores updates that were dealt with just now; fails when another process has stored one of them."""
        if rows:
            await self._session.execute(insert(inbox), list(rows))

    async def waiting(self, now: datetime, limit: int) -> list[Filed]:
        """What waits: the first of each lane, then the second of each, so that nobody waits behind one person's flood.

        Left out are lanes held by one that failed and is to be tried again later.
        """
        rows = await self._session.execute(_WAITING, {"now": now, "soon": now + TRIED_AGAIN, "most": limit})
        return [Filed(*row) for row in rows]

    async def take(self, lease: str, now: datetime, limit: int) -> list[Filed]:
        """The same where several processes work: from now on these are in hand, and so are their lanes.

        1. Two workers see that mei's lane is free. One of them is let through first.
        2. It takes mei's oldest two. Nobody else is given anything of hers while that lease lasts.
        3. What it does with them is committed with the lease still its own (`settle`), or not at all.
        """
        await take_turn(self._session, Queue.INBOX)
        rows = await self._session.execute(
            _take(), {"by": lease, "now": now, "soon": now + TRIED_AGAIN, "most": limit}
        )
        taken = sorted((Filed(*row) for row in rows), key=lambda one: one.id)
        before: Counter[str] = Counter()
        turns = {}
        for one in taken:
            turns[one.id] = before[one.lane]
            before[one.lane] += 1
        return sorted(taken, key=lambda one: (turns[one.id], one.id))

    async def let_go(self, lease: str) -> None:
        """Whatever is in hand there is anybody's again."""
        mine = update(inbox).where(PENDING, _i.lease == lease)
        await self._session.execute(mine.values(lease=None, lease_until=None))

    async def settle(
        self, ids: Sequence[int], state: InboxState, now: datetime, lease: str | None = None
    ) -> None:
        """Marks updates as dealt with, in the transaction that dealt with them.

        Raises TakenError when another process has dealt with one of them meanwhile, or has it in hand: this
        transaction must not be.
        """
        if not ids:
            return
        values = {"ids": list(ids), "ended": state, "at": now}
        result = await self._session.execute(
            *((_SETTLE, values) if lease is None else (_SETTLE_MINE, values | {"by": lease}))
        )
        _all_of(result, len(ids))

    async def empty(self, ids: Sequence[int]) -> None:
        """What they held is not kept: somebody asked with them to be forgotten."""
        await self._session.execute(update(inbox).where(inbox.c.id.in_(ids)).values(payload=None))

    async def put_off(
        self, row_id: int, attempts: int, not_before: datetime, lease: str | None = None
    ) -> None:
        """Failed; holds its lane until then. Raises TakenError."""
        await self._end(row_id, lease, attempts=attempts, not_before=not_before)

    async def bury(self, row_id: int, reference: str, now: datetime, lease: str | None = None) -> None:
        """Failed for the last time. Raises TakenError."""
        ended = {"state": InboxState.DEAD, "done_at": now, "reference": reference, "not_before": None}
        await self._end(row_id, lease, **ended)

    async def _end(self, row_id: int, lease: str | None, **values: Any) -> None:
        mine = [_i.id == row_id] if lease is None else [_i.id == row_id, PENDING, _i.lease == lease]
        _all_of(
            await self._session.execute(
                update(inbox).where(*mine).values(**values, lease=None, lease_until=None)
            ),
            1,
        )

    async def count(self, state: InboxState) -> int:
        """How many are in that state."""
        return int(
            await self._session.scalar(select(func.count()).select_from(inbox).where(inbox.c.state == state))
            or 0
        )


def _all_of(result: Any, count: int) -> None:
    if isinstance(result, CursorResult) and result.rowcount != count:
        raise TakenError
