"""Queries for alarms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.alarm import Alarm
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.storage import tables

_a = tables.alarm.c


class Alarms:
    """Dangers heard."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, alarm_id: int | None) -> Alarm:
        """That alarm. Raises RuleError when there is none."""
        found = await self._session.get(Alarm, alarm_id)
        if found is None:
            raise RuleError("no-such-alarm")
        return found

    async def find(self, alarm_id: int | None) -> Alarm | None:
        """That alarm, if any."""
        return None if alarm_id is None else await self._session.get(Alarm, alarm_id)

    async def of_case(self, case_id: int | None) -> Alarm | None:
        """The alarm a case was filed with."""
        return await self._session.scalar(select(Alarm).where(_a.case_id == case_id).limit(1))

    async def due(self, now: datetime) -> list[Alarm]:
        """Nobody took it, and it is time to call again."""
        rows = await self._session.scalars(select(Alarm).where(_a.taken_at.is_(None), _a.next_at <= now))
        return list(rows)

    async def untaken(self) -> list[Alarm]:
        """Nobody took it."""
        return list(await self._session.scalars(select(Alarm).where(_a.taken_at.is_(None)).order_by(_a.raised_at)))

    async def recent(self, danger: str, place: Place, since: datetime) -> Alarm | None:
        """The same danger in the same place, heard since then."""
        return await self._session.scalar(
            select(Alarm)
            .where(
                _a.danger == danger,
                _a.compound == place.compound,
                _a.building == place.building,
                _a.raised_at >= since,
            )
            .order_by(_a.id.desc())
            .limit(1)
        )
