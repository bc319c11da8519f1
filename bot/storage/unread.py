"""Notices for a building that not all who live there have said 收到 to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notice import Notice, groups
from bot.domain.place import Place
from bot.domain.role import Access
from bot.storage import tables
from bot.storage.notices import Notices

_m, _r = tables.member.c, tables.receipt.c


@dataclass(frozen=True, slots=True)
class Unread:
    """One of them: of the people we know in the building, how many have said so and how many have not."""

    notice: Notice
    read: int
    left: int


async def unread_in(session: AsyncSession, place: Place, now: datetime) -> list[Unread]:
    """The newest first. Who lives there without a word to us can be counted by nobody."""
    out = [
        one for one in await Notices(session).out() if one.valid(now) and groups(one.audience, place, None)
    ]
    there = and_(_m.compound == place.compound, _m.building == place.building)
    here = there & (_m.access == Access.ACTIVE) & _m.gone_at.is_(None)
    known = int(await session.scalar(select(func.count()).where(here)) or 0) if out else 0
    if not known:
        return []
    theirs = _r.notice_id.in_([one.id for one in out])
    counted = select(_r.notice_id, func.count()).join(tables.member, _m.id == _r.member_id)
    rows = await session.execute(counted.where(theirs, here).group_by(_r.notice_id))
    read = {number: count for number, count in rows}
    each = [Unread(one, read.get(one.id, 0), known - read.get(one.id, 0)) for one in out]
    return [one for one in each if one.left > 0]
