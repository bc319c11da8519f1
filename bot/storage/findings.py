"""What visitors found, and which cases came of it."""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.visit import Finding
from bot.storage import tables

_f, _k = tables.finding.c, tables.finding_case.c


class Findings:
    """One a visit."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, visit_id: int | None) -> Finding | None:
        """What was told of that visit."""
        return await self._session.scalar(select(Finding).where(_f.visit_id == visit_id).limit(1))

    async def behind(self, case_id: int | None) -> Finding | None:
        """From which finding that case came, if from one."""
        query = select(Finding).join(tables.finding_case, _k.finding_id == _f.id)
        return await self._session.scalar(query.where(_k.case_id == case_id))

    async def link(self, finding_id: int | None, case_id: int | None) -> None:
        """That case came of it."""
        row = {"finding_id": finding_id, "case_id": case_id}
        await self._session.execute(insert(tables.finding_case).values(row))

    async def drop(self, finding: Finding) -> None:
        """As if nothing had been told."""
        await self._session.execute(delete(tables.finding).where(_f.id == finding.id))
        self._session.expunge(finding)
