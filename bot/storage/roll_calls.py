"""Queries for emergencies: who has said how they are, and where nobody has yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.notice import Audience, groups
from bot.domain.notice.emergency import RollCall, Safety
from bot.domain.place import Place
from bot.storage import tables
from bot.storage.machinery import placement
from bot.storage.questions import show_later

_r, _s, _h, _m, _p = (
    tables.roll_call.c,
    tables.safety.c,
    tables.household.c,
    tables.member.c,
    tables.visit_plan.c,
)
BOARD = "roll_call"
"""The card on which those in charge follow one."""


class RollCalls:
    """点名."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, notice_id: int | None) -> RollCall | None:
        """That of a notice, if it is an emergency."""
        return await self._session.scalar(select(RollCall).where(_r.notice_id == notice_id))

    async def get(self, notice_id: int) -> RollCall:
        """The same. Raises RuleError where it is none."""
        found = await self.of(notice_id)
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def remove(self, roll: RollCall) -> None:
        """An ordinary notice after all."""
        await self._session.delete(roll)

    async def said_by(self, notice_id: int, member_id: int | None, whom: str) -> Safety | None:
        """What somebody said of themselves or of their family."""
        mine = (_s.notice_id == notice_id, _s.member_id == member_id, _s.whom == whom)
        return await self._session.scalar(select(Safety).where(*mine))

    async def said(self, notice_id: int, member_id: int | None = None) -> list[Safety]:
        """Everything, or what one person said of themselves and their family."""
        query = select(Safety).where(_s.notice_id == notice_id)
        query = query.where(_s.member_id == member_id) if member_id is not None else query
        return list(await self._session.scalars(query))

    async def current(self, since: datetime) -> list[int]:
        """Notices by which people are asked now, or were until `since`; newest first."""
        live = (_r.called_at.is_not(None), _r.ended_at.is_(None) | (_r.ended_at >= since))
        return list(await self._session.scalars(select(_r.notice_id).where(*live).order_by(_r.id.desc())))

    async def homes(self, audience: Audience) -> dict[Place, int]:
        """How many homes the community's list has in each building it is for."""
        there = select(tables.dweller.c.id).where(
            tables.dweller.c.household_id == _h.id, tables.dweller.c.left_at.is_(None)
        )
        query = select(_h.compound, _h.building, func.count()).where(_h.gone_at.is_(None), there.exists())
        return await self._counted(query.group_by(_h.compound, _h.building), audience)

    async def people(self, audience: Audience) -> dict[Place, int]:
        """How many people we know live in each building it is for."""
        query = select(_m.compound, _m.building, func.count()).where(
            _m.gone_at.is_(None), _m.building.is_not(None)
        )
        return await self._counted(query.group_by(_m.compound, _m.building), audience)

    async def _counted(self, query: object, audience: Audience) -> dict[Place, int]:
        rows = await self._session.execute(query)  # type: ignore[call-overload]
        found = {Place(row[0], row[1]): int(row[2]) for row in rows}
        return {place: count for place, count in found.items() if groups(audience, place, None)}

    async def cared_for(self, audience: Audience) -> dict[int, Place]:
        """Households on the care list in the buildings it is for, by number, with their building."""
        query = (
            select(_h.id, _h.compound, _h.building)
            .join(tables.visit_plan, _p.household_id == _h.id)
            .where(_p.stopped_at.is_(None), _h.gone_at.is_(None))
            .distinct()
        )
        rows = await self._session.execute(query.order_by(_h.compound, _h.building, _h.id))
        found = {row.id: Place(row.compound, row.building) for row in rows}
        return {number: place for number, place in found.items() if groups(audience, place, None)}

    async def show_boards(self, notice_id: int, every: timedelta, now: datetime) -> None:
        """The boards follow, each no more often than that."""
        await show_later(
            self._session, placement.c.card == BOARD, placement.c.ref == notice_id, every=every, now=now
        )
