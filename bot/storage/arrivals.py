"""Which reported matters somebody has still to be sent after (三必到)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import String, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import CaseState
from bot.storage import tables
from bot.storage.machinery import occurrence

_c = tables.case.c
_NOBODY_YET = (CaseState.NEW, CaseState.ACCEPTED, CaseState.REFERRED)
_PREFIX = "arrive:"


def arrival_of(case_id: int | None) -> str:
    """The period key that says: somebody goes, or has been, because of that case."""
    return f"{_PREFIX}{case_id}"


async def left_alone(session: AsyncSession, categories: Collection[str]) -> list[int]:
    """Numbers of cases of these kinds after which nobody was sent and which nobody has in hand, danger apart."""
    if not categories:
        return []
    sent = select(occurrence.c.at).where(occurrence.c.period_key == literal(_PREFIX) + cast(_c.id, String))
    open_ = (_c.state.in_(_NOBODY_YET), _c.category.in_(categories), _c.danger.is_(None), ~sent.exists())
    numbers = await session.scalars(select(_c.id).where(*open_).order_by(_c.id).limit(200))
    return list(numbers)
