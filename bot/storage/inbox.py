"""Updates that came in, by the number Telegram gave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.inserting import insert_new
from bot.storage.machinery import PENDING, InboxState, inbox


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


_HELD = select(inbox.c.lane).where(inbox.c.state == InboxState.PENDING, inbox.c.not_before > bindparam("now"))
_TURN = func.row_number().over(partition_by=inbox.c.lane, order_by=inbox.c.id).label("turn")
_IN_TURN = select(inbox.c.id, _TURN).where(PENDING, inbox.c.lane.not_in(_HELD)).subquery()
_WAITING = (
    select(
        inbox.c.id, inbox.c.update_id, inbox.c.lane, inbox.c.payload, inbox.c.attempts, inbox.c.received_at
    )
    .join(_IN_TURN, _IN_TURN.c.id == inbox.c.id)
    .where(PENDING)
    .order_by(_IN_TURN.c.turn, inbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=inbox)
)
_SETTLE = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("ids", expanding=True)), PENDING)
    .values(state=bindparam("ended"), done_at=bindparam("at"), not_before=None)
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
        if rows:
            await self._session.execute(insert_new(self._session, inbox), list(rows))

    async def file_known_new(self, rows: Sequence[dict[str, Any]]) -> None:
        """Stores updates that were dealt with just now; fails when another process has stored one of them."""
        if rows:
            await self._session.execute(insert(inbox), list(rows))

    async def waiting(self, now: datetime, limit: int) -> list[Filed]:
        """What waits: the first of each lane, then the second of each, so that nobody waits behind one person's flood.

        Left out are lanes held by one that failed and is to be tried again later.
        """
        rows = await self._session.execute(_WAITING, {"now": now, "most": limit})
        return [Filed(*row) for row in rows]

    async def settle(self, ids: Sequence[int], state: InboxState, now: datetime) -> None:
        """Marks updates as dealt with, in the transaction that dealt with them.

        Raises TakenError when another process has dealt with one of them meanwhile: this transaction must not be.
        """
        if not ids:
            return
        result = await self._session.execute(_SETTLE, {"ids": list(ids), "ended": state, "at": now})
        if isinstance(result, CursorResult) and result.rowcount != len(ids):
            raise TakenError

    async def empty(self, ids: Sequence[int]) -> None:
        """What they held is not kept: somebody asked with them to be forgotten."""
        await self._session.execute(update(inbox).where(inbox.c.id.in_(ids)).values(payload=None))

    async def put_off(self, row_id: int, attempts: int, not_before: datetime) -> None:
        """Failed; holds its lane until then."""
        await self._session.execute(
            update(inbox).where(inbox.c.id == row_id).values(attempts=attempts, not_before=not_before)
        )

    async def bury(self, row_id: int, reference: str, now: datetime) -> None:
        """Failed for the last time."""
        await self._session.execute(
            update(inbox)
            .where(inbox.c.id == row_id)
            .values(state=InboxState.DEAD, done_at=now, reference=reference, not_before=None)
        )

    async def count(self, state: InboxState) -> int:
        """How many are in that state."""
        return int(
            await self._session.scalar(select(func.count()).select_from(inbox).where(inbox.c.state == state))
            or 0
        )
