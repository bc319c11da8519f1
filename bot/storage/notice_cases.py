"""Cases that came of a notice: 我家需要帮忙, 需要帮助, replies, and needs met at a door."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Row, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import OPEN, Case
from bot.storage import tables

_n, _c = tables.notice_case.c, tables.case.c


class NoticeCases:
    """Which case came of which notice."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def link(
        self, notice_id: int, case_id: int, household_id: int | None, now: datetime, *, replied: bool = False
    ) -> None:
        """That case came of that notice; once. `replied`: it was said in the group, and is nobody's call for help."""
        if await self.behind(case_id) is not None:
            return
        row = {"notice_id": notice_id, "case_id": case_id, "household_id": household_id}
        await self._session.execute(insert(tables.notice_case).values(row | {"replied": replied, "at": now}))

    async def open_of(
        self, notice_id: int, member_id: int | None, household_id: int | None = None
    ) -> Case | None:
        """The one somebody has asked for at their own home already, while it is open: no group sees it. What they told of
        another's door is that home's."""
        own = (
            _c.reporter_id == member_id,
            _c.proxy_id.is_(None),
            _c.sensitive.is_(True),
            _n.replied.is_(False),
            or_(_n.household_id.is_(None), _n.household_id == household_id),
        )
        return await self._open(_n.notice_id == notice_id, *own)

    async def open_of_home(self, notice_id: int, household_id: int) -> Case | None:
        """The one there is for a home already, while it is open."""
        theirs = (_n.household_id == household_id, _c.sensitive.is_(True), _n.replied.is_(False))
        return await self._open(_n.notice_id == notice_id, *theirs)

    async def _open(self, *where: ColumnElement[bool]) -> Case | None:
        query = select(Case).join(tables.notice_case, _n.case_id == _c.id).where(*where, _c.state.in_(OPEN))
        return await self._session.scalar(query.order_by(_c.id.desc()).limit(1))

    async def behind(self, case_id: int | None) -> int | None:
        """The notice a case came of, if it did."""
        found: int | None = await self._session.scalar(select(_n.notice_id).where(_n.case_id == case_id))
        return found

    async def home_behind(self, case_id: int | None) -> Row[int, int | None] | None:
        """notice_id and household_id of a case that came of a notice."""
        query = select(_n.notice_id, _n.household_id).where(_n.case_id == case_id)
        return (await self._session.execute(query)).one_or_none()

    async def numbers(self, notice_id: int, limit: int) -> list[int]:
        """The open ones that came of a notice, oldest first."""
        query = select(_c.id).join(tables.notice_case, _n.case_id == _c.id)
        mine = (_n.notice_id == notice_id, _c.state.in_(OPEN))
        return list(await self._session.scalars(query.where(*mine).order_by(_c.id).limit(limit)))
