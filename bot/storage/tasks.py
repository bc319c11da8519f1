"""Queries for tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql import ColumnElement, Select

from bot.domain.errors import RuleError
from bot.domain.task import HoldState, Task, TaskState
from bot.storage import tables
from bot.storage.expecting import Expected
from bot.storage.knowing import alone, one

_t = tables.task.c
_h = tables.holding.c
_LIVE = (TaskState.OPEN, TaskState.CLAIMED)


def _whole() -> Select[Task]:
    return select(Task).options(selectinload(Task.holdings))  # type: ignore[arg-type]


def _joined() -> Select[Task]:
    return select(Task).options(joinedload(Task.holdings))  # type: ignore[arg-type]


@cache
def _one() -> Select[Task]:
    return _joined().where(_t.id == bindparam("number"))


@cache
def _some() -> Select[Task]:
    return _joined().where(_t.id.in_(bindparam("ids", expanding=True)))


@cache
def _locked() -> Select[Task]:
    """The lock first, who holds it then, in a statement of its own.

    Read in one with a join, the holdings would be those from before the wait for the lock (PostgreSQL rereads only
    the locked row), and a slot would be given away twice.
    """
    query = _whole().where(_t.id == bindparam("number")).with_for_update()
    return query.execution_options(populate_existing=True)


@cache
def _of_cases() -> Select[Task]:
    mine = _t.case_id.in_(bindparam("case_ids", expanding=True))
    return _joined().where(mine).order_by(_t.created_at, _t.id)


@cache
def _live_of_case() -> Select[Task]:
    return _of_cases().where(_t.state.in_(_LIVE))


class Tasks:
    """What volunteers take on."""

    def __init__(self, session: AsyncSession, expected: Expected) -> None:
        self._session = session
        self._expected = expected
        self._ahead: list[Task] = []  # held on to, since the session only knows what somebody holds
        self._of_case: dict[int | None, list[Task]] = {}

    async def get(self, task_id: int | None, *, lock: bool = False) -> Task:
        """That task. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile (PostgreSQL)."""
        if lock and not alone(self._session):
            found = (await self._session.scalars(_locked(), {"number": task_id})).one_or_none()
        else:
            found = await self.find(task_id)
        if found is None:
            raise RuleError("no-such-task", no=str(task_id))
        return found

    async def find(self, task_id: int | None) -> Task | None:
        """That task, if any."""
        if task_id in self._expected.tasks and not self._ahead:
            rows = await self._session.scalars(_some(), {"ids": sorted(self._expected.tasks)})
            self._ahead = list(rows.unique())
        return await one(self._session, Task, task_id, _one())

    async def many(self, ids: Iterable[int]) -> dict[int, Task]:
        """Those tasks by number."""
        rows = await self._session.scalars(_whole().where(_t.id.in_(sorted(set(ids)))))
        return {t.id: t for t in rows if t.id is not None}

    async def _where(self, *where: ColumnElement[bool], limit: int = 200) -> list[Task]:
        rows = await self._session.scalars(_whole().where(*where).order_by(_t.created_at, _t.id).limit(limit))
        return list(rows)

    async def of_case(self, case_id: int | None) -> list[Task]:
        """Every task a case gave rise to, oldest first."""
        if case_id in self._of_case:
            return self._of_case[case_id]
        return await self._of(_of_cases(), [case_id])

    async def read_ahead(self, case_ids: Collection[int]) -> None:
        """All tasks of these cases at once; `of_case` has them from now on. For a look: they are not read again."""
        self._of_case = {case_id: [] for case_id in case_ids}
        for task in await self._of(_of_cases(), case_ids):
            self._of_case[task.case_id].append(task)

    async def live_of_case(self, case_id: int | None) -> list[Task]:
        """Those of them that go on."""
        return await self._of(_live_of_case(), [case_id])

    async def _of(self, query: Select[Task], case_ids: Collection[int | None]) -> list[Task]:
        return list((await self._session.scalars(query, {"case_ids": list(case_ids)})).unique())

    async def open_for(self, teams: Iterable[str], limit: int = 20) -> list[Task]:
        """待认领 in these teams, oldest first."""
        return await self._where(_t.team.in_(sorted(set(teams))), _t.state == TaskState.OPEN, limit=limit)

    async def held_by(self, member_id: int | None) -> list[Task]:
        """What this person has in hand."""
        mine = select(_h.task_id).where(_h.member_id == member_id, _h.state == HoldState.HOLDING)
        return await self._where(_t.id.in_(mine), _t.state.in_(_LIVE))

    async def asked_of(self, member_id: int | None) -> list[Task]:
        """About which this person was asked by name, and has not answered."""
        asked = select(_h.task_id).where(_h.member_id == member_id, _h.state == HoldState.ASKED)
        return await self._where(_t.id.in_(asked), _t.state.in_(_LIVE))

    async def held_count(self, member_id: int | None) -> int:
        """How many live tasks this person holds."""
        count = await self._session.scalar(
            select(func.count())
            .select_from(tables.holding.join(tables.task, _h.task_id == _t.id))
            .where(_h.member_id == member_id, _h.state == HoldState.HOLDING, _t.state.in_(_LIVE))
        )
        return int(count or 0)

    async def unclaimed_since(self, due: datetime) -> list[Task]:
        """Nobody (or too few) took it in time."""
        return await self._where(_t.state == TaskState.OPEN, _t.claim_due_at <= due)

    async def to_climb(self, now: datetime, again_before: datetime) -> list[Task]:
        """Unclaimed past the time, and not made heard since `again_before`."""
        return await self._where(
            _t.state == TaskState.OPEN,
            _t.claim_due_at <= now,
            or_(_t.climbed_at.is_(None), _t.climbed_at <= again_before),
        )

    async def holds(self, task_id: int | None, telegram_id: int) -> bool:
        """Does the owner of that private chat hold the task now?"""
        found = await self._session.scalar(
            select(_h.id)
            .join(tables.member, tables.member.c.id == _h.member_id)
            .join(tables.task, _t.id == _h.task_id)
            .where(
                _h.task_id == task_id,
                _h.state == HoldState.HOLDING,
                _t.state.in_(_LIVE),
                tables.member.c.telegram_id == telegram_id,
            )
            .limit(1)
        )
        return found is not None
