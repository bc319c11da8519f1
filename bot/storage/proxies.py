"""Queries for who something is reported for, and who is still to be told."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from bot.domain.errors import RuleError
from bot.domain.proxy import Proxy, Telling
from bot.storage import tables
from bot.storage.knowing import one

_p, _c = tables.proxy.c, tables.case.c


@cache
def _one() -> Select[Proxy]:
    return select(Proxy).where(_p.id == bindparam("number"))


class Proxies:
    """Those without Telegram who have somebody report for them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, proxy_id: int | None) -> Proxy:
        """That one. Raises RuleError when there is none."""
        found = await self.find(proxy_id)
        if found is None:
            raise RuleError("no-nothing-to-tell")
        return found

    async def find(self, proxy_id: int | None) -> Proxy | None:
        """That one, if any."""
        return await one(self._session, Proxy, proxy_id, _one())

    async def of_case(self, case_id: int | None) -> list[Proxy]:
        """For whom a case was reported, and every case that was merged into it."""
        query = select(Proxy).join(tables.case, _c.id == _p.case_id)
        rows = await self._session.scalars(
            query.where(or_(_c.id == case_id, _c.merged_into == case_id)).order_by(_p.id)
        )
        return list(rows)

    async def to_remind(self, now: datetime) -> list[Proxy]:
        """Still to be told, and the time to say so again has come."""
        where = (_p.state == Telling.DUE, _p.next_at <= now)
        return list(await self._session.scalars(select(Proxy).where(*where).order_by(_p.due_at).limit(200)))

    async def for_coordinators(self) -> list[Proxy]:
        """Still to be told, and nobody but the coordinators is left to do it."""
        left = or_(_p.climbed_at.is_not(None), _p.teller_id.is_(None))
        query = select(Proxy).where(_p.state == Telling.DUE, left)
        return list(await self._session.scalars(query.order_by(_p.due_at).limit(200)))
