"""Who decided what about a case, and what went into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import tables
from bot.storage.machinery import event

_KINDS = ("case_accepted", "case_referred", "case_declined", "case_merged")


@dataclass(frozen=True, slots=True)
class Decision:
    """`by_id` None: Linli itself, by the playbook."""

    kind: str
    at: datetime
    by_id: int | None


class Decisions:
    """What happened to cases, from the record."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def last(self, case_id: int | None) -> Decision | None:
        """The last one about that case."""
        row = (
            await self._session.execute(
                select(event.c.kind, event.c.at, event.c.by_id)
                .where(event.c.subject == f"case:{case_id}", event.c.kind.in_(_KINDS))
                .order_by(event.c.id.desc())
                .limit(1)
            )
        ).first()
        return Decision(row.kind, row.at, row.by_id) if row else None

    async def merged_into(self, case_id: int | None) -> list[int]:
        """The cases that went into that one."""
        rows = await self._session.scalars(
            select(tables.case.c.id).where(tables.case.c.merged_into == case_id).order_by(tables.case.c.id)
        )
        return list(rows)
