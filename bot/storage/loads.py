"""How much everybody has in hand."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.task import HoldState, TaskState
from bot.storage import tables

_t = tables.task.c
_h = tables.holding.c


class Loads:
    """Live tasks per person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, members: Iterable[int]) -> dict[int, int]:
        """How many live tasks each of them holds; who holds none is missing."""
        rows = await self._session.execute(
            select(_h.member_id, func.count())
            .select_from(tables.holding.join(tables.task, _h.task_id == _t.id))
            .where(
                _h.member_id.in_(sorted(set(members))),
                _h.state == HoldState.HOLDING,
                _t.state.in_([TaskState.OPEN, TaskState.CLAIMED]),
            )
            .group_by(_h.member_id)
        )
        return {member_id: count for member_id, count in rows}
