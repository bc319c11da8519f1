"""Queries for the phone calls after missed visits."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.visit import CallState, FollowUpCall
from bot.domain.visit.call import SILENT
from bot.storage import tables

CALLS = "todo:0"
"""The subject of every list of calls: they are on every list of what waits, too."""
_c = tables.follow_up_call.c
_OPEN = (CallState.OPEN, CallState.TAKEN)


class Calls:
    """Calls a coordinator owns."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, call_id: int) -> FollowUpCall:
        """That call, nobody else moving it meanwhile. Raises RuleError when there is none."""
        query = select(FollowUpCall).where(_c.id == call_id).with_for_update()
        found = await self._session.scalar(query.execution_options(populate_existing=True))
        if found is None:
            raise RuleError("no-call-over")
        return found

    async def taken_by(self, member_id: int | None) -> list[FollowUpCall]:
        """Those this person has in hand."""
        query = select(FollowUpCall).where(_c.owner_id == member_id, _c.state == CallState.TAKEN)
        return list(await self._session.scalars(query.order_by(_c.id)))

    async def silent(self, now: datetime, limit: int = 100) -> list[FollowUpCall]:
        """Taken so long ago that whoever took them will not call."""
        taken = (_c.state == CallState.TAKEN, _c.changed_at <= now - SILENT)
        return list(await self._session.scalars(select(FollowUpCall).where(*taken).limit(limit)))

    async def overdue(self, now: datetime) -> bool:
        """Should somebody have phoned by now, and nobody has it in hand?"""
        query = select(_c.id).where(_c.state == CallState.OPEN, _c.due_at <= now).limit(1)
        return await self._session.scalar(query) is not None

    async def open(self, limit: int) -> list[FollowUpCall]:
        """Those without a result, the most urgent first."""
        query = select(FollowUpCall).where(_c.state.in_(_OPEN)).order_by(_c.due_at, _c.id).limit(limit)
        return list(await self._session.scalars(query))
