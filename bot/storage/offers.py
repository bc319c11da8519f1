"""Who was asked about what, and when; and who could be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.member import Standing
from bot.domain.offers import Asking, Helper, turns
from bot.domain.role import Access
from bot.domain.task import Task, TaskState
from bot.storage import tables
from bot.storage.loads import Loads
from bot.storage.machinery import placement

_o = tables.offered.c
_p = placement.c


class Offers:
    """Facts: a task was put to a member at a moment (perhaps one to come)."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def helpers(self, team: str, task_id: int | None) -> list[Helper]:
        """The team's members we may write to and have not asked about this task. Nothing of them is unsealed."""
        m, p = tables.member.c, tables.team_place.c
        asked = select(_o.member_id).where(_o.task_id == task_id)
        rows = (
            await self._session.execute(
                select(m.id, m.telegram_id, m.resting, m.hours, p.marks)
                .join_from(tables.member, tables.team_place, p.member_id == m.id)
                .where(
                    p.team == team,
                    p.standing == Standing.ACTIVE,
                    m.access == Access.ACTIVE,
                    m.started_at.is_not(None),
                    m.blocked_at.is_(None),
                    m.id.not_in(asked),
                )
            )
        ).all()
        if not rows:
            return []
        ids = [row.id for row in rows]
        loads, last = await Loads(self._session).of(ids), await self.last_asked(ids)
        return [
            Helper(
                row.id,
                row.telegram_id,
                row.resting,
                row.hours,
                row.marks,
                loads.get(row.id, 0),
                last.get(row.id),
            )
            for row in rows
        ]

    async def last_asked(self, members: Iterable[int]) -> dict[int, datetime]:
        """When each of them was last asked about anything; who never was is missing."""
        rows = await self._session.execute(
            select(_o.member_id, func.max(_o.at))
            .where(_o.member_id.in_(sorted(set(members))))
            .group_by(_o.member_id)
        )
        return {member_id: at for member_id, at in rows}

    async def record(self, task_id: int | None, askings: Sequence[Asking]) -> None:
        """They are asked."""
        rows = [{"task_id": task_id, "member_id": who, "at": at} for who, at in turns(askings)]
        if rows:
            await self._session.execute(insert(tables.offered), rows)

    async def asked(self, task_id: int | None, member_id: int, at: datetime) -> None:
        """One person was asked by name."""
        await self._session.execute(
            insert(tables.offered).values(task_id=task_id, member_id=member_id, at=at)
        )

    async def drop_waiting(self, task: Task, now: datetime) -> None:
        """Who was to be asked later need not be any more: as if they had never been chosen."""
        if task.widen_at is None:
            return  # it was offered in a group, to everybody at once
        await self._session.execute(delete(tables.offered).where(_o.task_id == task.id, _o.at > now))
        await self._session.execute(
            delete(placement).where(
                _p.card == "task",
                _p.ref == task.id,
                _p.message_id.is_(None),
                _p.lease.is_(None),
                _p.not_before > now,
                _p.attempts == 0,
            )
        )

    async def to_widen(self, now: datetime, limit: int = 50) -> list[Task]:
        """Open tasks whose next step is due."""
        t = tables.task.c
        found = await self._session.scalars(
            select(Task).where(t.state == TaskState.OPEN, t.widen_at <= now).order_by(t.widen_at).limit(limit)
        )
        return list(found)
