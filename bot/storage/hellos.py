"""Queries for 报平安: who is to be asked now, and which days wait for an answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.domain.errors import RuleError
from bot.domain.hello import DayState, Hello, HelloDay, HelloState
from bot.domain.hello.day import OPEN
from bot.domain.household import Relation
from bot.domain.member import Member
from bot.storage import tables

_h, _d, _k, _p = tables.hello.c, tables.hello_day.c, tables.kin.c, tables.visit_plan.c


class HelloQueries:
    """Who says 我很好 every day."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, member_id: int | None) -> Hello | None:
        """Somebody's own, on or off."""
        return await self._session.scalar(select(Hello).where(_h.member_id == member_id))

    async def get(self, hello_id: int) -> Hello:
        """That one, nobody else moving it meanwhile. Raises RuleError when there is none."""
        found = await self._session.scalar(select(Hello).where(_h.id == hello_id).with_for_update())
        if found is None:
            raise RuleError("no-hello-over")
        return found

    async def due(self, now: datetime, today: date, limit: int) -> list[Hello]:
        """Those whose hour has come, then those for whom the clock was set back; of several tickers each its own."""
        due = or_(_h.next_at <= now, and_(_h.given_on > today, _h.state == HelloState.ON))
        query = select(Hello).where(due).order_by(_h.next_at, _h.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def days_due(self, now: datetime, longest: timedelta, limit: int) -> list[HelloDay]:
        """Days about which the clock has something to do; further ahead than `longest` it was set back."""
        due = or_(_d.next_at <= now, _d.next_at > now + longest)
        query = select(HelloDay).where(due).order_by(_d.next_at, _d.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def day(self, number: int, *, lock: bool = False) -> HelloDay:
        """That day. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = select(HelloDay).where(_d.id == number)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-call-over")
        return found

    async def days_on(self, hello_id: int | None, days: Collection[date]) -> dict[date, HelloDay]:
        """The rows these days have already."""
        query = select(HelloDay).where(_d.hello_id == hello_id, _d.day.in_(days))
        return {one.day: one for one in await self._session.scalars(query)}

    async def open_of(self, member_id: int | None) -> list[HelloDay]:
        """Days on which nobody knows yet how they are, the oldest first."""
        query = select(HelloDay).where(_d.member_id == member_id, _d.state.in_(OPEN))
        return list(await self._session.scalars(query.order_by(_d.day)))

    async def searched_of(self, member_id: int | None, since: datetime) -> bool:
        """Was somebody sent to look for them since then?"""
        searched = (_d.member_id == member_id, _d.state == DayState.SEARCHED, _d.ended_at >= since)
        return await self._session.scalar(select(_d.id).where(*searched).limit(1)) is not None

    async def could_have(self, limit: int) -> list[Member]:
        """People with Telegram behind the doors of the care list who are not asked yet."""
        lives = (_k.relation == Relation.LIVES_THERE) & _k.ended_at.is_(None)
        cared = select(_p.household_id).where(_p.stopped_at.is_(None))
        asked = select(_h.member_id).where(_h.state == HelloState.ON)
        ids = select(_k.member_id).where(lives, _k.household_id.in_(cared), _k.member_id.not_in(asked))
        m = tables.member.c
        whole = select(Member).options(selectinload(Member.teams))  # type: ignore[arg-type]
        query = whole.where(m.id.in_(ids), m.started_at.is_not(None), m.blocked_at.is_(None))
        return list(await self._session.scalars(query.order_by(m.id).limit(limit)))
