"""Queries for long work."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.job import Job
from bot.storage.knowing import alone
from bot.storage.machinery import TRIED_AGAIN
from bot.storage.shared import server_now
from bot.storage.tables import job
from bot.storage.tables.rosters import WAITING

_j = job.c


@cache
def _one() -> Select[Job]:
    return select(Job).where(_j.id == bindparam("number")).with_for_update()


def _due(now: datetime) -> ColumnElement[bool]:
    """Its time has come. One that has begun only ever rests for a moment: a later time is that of a clock set back."""
    rested = and_(_j.changed_at.is_not(None), _j.not_before > now + TRIED_AGAIN)
    return or_(_j.not_before.is_(None), _j.not_before <= now, rested)


class Jobs:
    """What is to be done in slices."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def waiting(self, lease: str, now: datetime) -> list[int]:
        """Numbers of those a process may do a slice of: its own, and those nobody does."""
        over = now if alone(self._session) else server_now()
        free = or_(_j.lease.is_(None), _j.lease == lease, _j.lease_until < over)
        return list(
            await self._session.scalars(select(_j.id).where(WAITING, free, _due(now)).order_by(_j.id))
        )

    async def due(self, now: datetime) -> list[Job]:
        """Whatever may be gone on with, whoever does it."""
        return list(await self._session.scalars(select(Job).where(WAITING, _due(now)).order_by(_j.id)))

    async def moment(self, now: datetime) -> datetime:
        """By which leases are measured: the server's own time, where several processes share one."""
        if alone(self._session):
            return now
        return (await self._session.scalars(select(server_now()))).one()

    async def take_back(self) -> None:
        """Whoever had one in hand is dead: anybody may go on with it at once."""
        await self._session.execute(update(job).where(WAITING).values(lease=None, lease_until=None))

    async def find(self, number: int) -> Job | None:
        """That job; until this transaction ends nobody else changes it."""
        return await self._session.scalar(_one(), {"number": number})

    async def of(self, subject: str) -> Job | None:
        """The newest about that subject."""
        return await self._session.scalar(
            select(Job).where(_j.subject == subject).order_by(_j.id.desc()).limit(1)
        )
