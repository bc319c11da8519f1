"""Stints: what people did and for how long, and who asked for a proof of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.proof import Proof, ProofState
from bot.domain.service_time import Stint
from bot.domain.task import Holding, HoldState, Task
from bot.storage import tables
from bot.storage.expecting import Expected
from bot.storage.tasks import Tasks

_h = tables.holding.c
_t = tables.task.c
_DONE = (_h.state == HoldState.DONE, _h.minutes.is_not(None))


def _stints() -> Select[Any]:
    return select(
        _h.id,
        _h.task_id,
        _h.member_id,
        _h.name,
        _t.team,
        _t.category,
        _h.at,
        _h.ended_at,
        _h.minutes,
        _h.confirmed_by,
        _h.confirmed_at,
    ).join_from(tables.holding, tables.task, _t.id == _h.task_id)


class ServiceTimes:
    """Who gave how long."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hold(self, hold_id: int, *, lock: bool = False) -> tuple[Task, Holding]:
        """That hold and its task. Raises RuleError when there is none."""
        task_id = await self._session.scalar(select(_h.task_id).where(_h.id == hold_id))
        if task_id is None:
            raise RuleError("no-stale-button")
        task = await Tasks(self._session, Expected()).get(task_id, lock=lock)
        return task, next(hold for hold in task.holdings if hold.id == hold_id)

    async def of(self, member_id: int | None, since: datetime) -> list[Stint]:
        """What that person has done since then, the latest first."""
        return await self._where(_h.member_id == member_id, _h.ended_at >= since)

    async def waiting(self, teams: Sequence[str], limit: int = 200) -> list[Stint]:
        """What nobody has confirmed yet, the latest first."""
        return await self._where(_h.confirmed_at.is_(None), _t.team.in_(sorted(set(teams))), limit=limit)

    async def just_confirmed(self, by_id: int | None, since: datetime) -> list[Stint]:
        """What that person confirmed since then."""
        return await self._where(_h.confirmed_at >= since, _h.confirmed_by == by_id)

    async def minutes_of(self, members: Iterable[int], team: str, since: datetime) -> dict[int, int]:
        """Confirmed minutes of each since then, in that team; who has none is missing."""
        rows = await self._session.execute(
            select(_h.member_id, func.sum(_h.minutes))
            .join_from(tables.holding, tables.task, _t.id == _h.task_id)
            .where(
                *_DONE,
                _h.confirmed_at.is_not(None),
                _h.ended_at >= since,
                _t.team == team,
                _h.member_id.in_(sorted(set(members))),
            )
            .group_by(_h.member_id)
        )
        return {member_id: int(minutes) for member_id, minutes in rows}

    async def proof(self, proof_id: int, *, lock: bool = False) -> Proof:
        """That asking. Raises RuleError when there is none."""
        query = select(Proof).where(tables.proof.c.id == proof_id)
        found = (await self._session.scalars(query.with_for_update() if lock else query)).one_or_none()
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def asked_proof(self, member_id: int | None, year: int) -> Proof | None:
        """An asking of theirs that waits for an answer."""
        p = tables.proof.c
        query = select(Proof).where(p.member_id == member_id, p.year == year, p.state == ProofState.ASKED)
        return (await self._session.scalars(query)).first()

    async def _where(self, *where: ColumnElement[bool], limit: int = 1000) -> list[Stint]:
        query = _stints().where(*_DONE, *where).order_by(_h.ended_at.desc(), _h.id).limit(limit)
        return [Stint(*row) for row in await self._session.execute(query)]
