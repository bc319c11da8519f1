"""What a notice said, and who read it, goes; that there was one stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import case, delete, func, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notice import NoticeState
from bot.storage import tables
from bot.storage.course import CARD
from bot.storage.machinery import PlaceState, placement

_n, _p = tables.notice.c, placement.c


async def empty_notices(session: AsyncSession, ids: list[Any], now: datetime) -> None:
    """Words, files and 收到 of these; the messages in the groups are left as they are, and answered no more."""
    where = (_p.card == CARD, _p.ref.in_(ids))
    await session.execute(update(placement).where(*where).values(state=PlaceState.RETIRED))
    for table in (tables.receipt, tables.notice_part):
        await session.execute(delete(table).where(table.c.notice_id.in_(ids)))
    nothing: dict[str, Any] = {"texts": {}, "files": (), "album": None, "digest": None, "emptied_at": now}
    state = case((_n.state == NoticeState.DRAFT, NoticeState.DROPPED), else_=_n.state)
    await session.execute(
        update(tables.notice)
        .where(_n.id.in_(ids))
        .values(
            **nothing,
            state=state,
            ended_at=func.coalesce(_n.ended_at, now),
            changed_at=now,
            version=_n.version + 1,
        )
    )
