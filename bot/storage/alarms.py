"""Queries for alarms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql import ColumnElement, Select

from bot.domain.alarm import SOS, UNANSWERED, Alarm, AlarmState
from bot.domain.errors import RuleError
from bot.storage import tables

_a = tables.alarm.c
_UNTAKEN = (AlarmState.PAUSING, AlarmState.CALLING)


def _whole() -> Select[Alarm]:
    return select(Alarm).options(selectinload(Alarm.voices))  # type: ignore[arg-type]


class Alarms:
    """Dangers heard."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, alarm_id: int | None, *, lock: bool = False) -> Alarm:
        """That alarm. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = _whole().where(_a.id == alarm_id)
        found = await self._session.scalar(query.with_for_update() if lock else query)
        if found is None:
            raise RuleError("no-such-alarm")
        return found

    async def find(self, alarm_id: int | None) -> Alarm | None:
        """That alarm, if any."""
        return None if alarm_id is None else await self._session.scalar(_whole().where(_a.id == alarm_id))

    async def of_case(self, case_id: int | None) -> Alarm | None:
        """The alarm a case was filed with."""
        return await self._session.scalar(_whole().where(_a.case_id == case_id).limit(1))

    async def due(self, now: datetime) -> list[Alarm]:
        """Nobody took it, and it is time to call (again)."""
        return await self._where(_a.state.in_(_UNTAKEN), _a.next_at <= now)

    async def untaken(self, now: datetime) -> list[Alarm]:
        """Coordinators are called and none has come forward."""
        pausing = (_a.state == AlarmState.PAUSING) & (_a.next_at <= now)
        return await self._where(or_(_a.state == AlarmState.CALLING, pausing))

    async def taken_before(self, before: datetime) -> list[Alarm]:
        """Taken before then and never said to be dealt with."""
        return await self._where(_a.state == AlarmState.TAKEN, _a.taken_at <= before)

    async def recent(self, danger: str, since: datetime) -> list[Alarm]:
        """The same danger anywhere, heard since then or still calling, newest first."""
        lately = or_(_a.heard_at >= since, _a.state == AlarmState.CALLING)
        open_states = (*_UNTAKEN, AlarmState.TAKEN)
        return (await self._where(_a.danger == danger, _a.state.in_(open_states), lately))[::-1]

    async def sos_of(self, member_id: int | None, since: datetime) -> Alarm | None:
        """Somebody's own 求助 that is not over, pressed since then."""
        mine = await self._where(
            _a.danger == SOS,
            _a.member_id == member_id,
            _a.raised_at >= since,
            _a.state.in_((*_UNTAKEN, AlarmState.TAKEN)),
        )
        return mine[-1] if mine else None

    async def own(self, member_id: int | None, since: datetime) -> Alarm | None:
        """The newest alarm of somebody's own that is not over and was heard since then."""
        mine = await self._where(
            _a.member_id == member_id, _a.heard_at >= since, _a.state.in_((*_UNTAKEN, AlarmState.TAKEN))
        )
        return mine[-1] if mine else None

    async def hellos_of(self, member_id: int | None) -> list[Alarm]:
        """Somebody is looking for this person, who did not answer 报平安."""
        looking = _a.state.in_((*_UNTAKEN, AlarmState.TAKEN))
        return await self._where(_a.danger == UNANSWERED, _a.member_id == member_id, looking)

    async def _where(self, *where: ColumnElement[bool]) -> list[Alarm]:
        rows = await self._session.scalars(_whole().where(*where).order_by(_a.raised_at, _a.id))
        return list(rows)
