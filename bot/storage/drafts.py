"""Queries for drafts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql import Select

from bot.domain.draft import Draft, DraftState
from bot.domain.errors import RuleError
from bot.storage import tables

_d = tables.draft.c


def _whole() -> Select[Draft]:
    return select(Draft).options(selectinload(Draft.attachments))  # type: ignore[arg-type]


class Drafts:
    """What people told us and have not sent."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, draft_id: int | None) -> Draft:
        """That draft. Raises RuleError when there is none."""
        found = await self._session.scalar(_whole().where(_d.id == draft_id))
        if found is None:
            raise RuleError("no-such-draft")
        return found

    async def find(self, draft_id: int | None) -> Draft | None:
        """That draft, if any."""
        return None if draft_id is None else await self._session.scalar(_whole().where(_d.id == draft_id))

    async def open_of(self, member_id: int | None) -> Draft | None:
        """The newest draft this person has not sent."""
        return await self._session.scalar(
            _whole()
            .where(_d.member_id == member_id, _d.state == DraftState.OPEN)
            .order_by(_d.last_at.desc(), _d.id.desc())
            .limit(1)
        )

    async def unsent_since(self, before: datetime) -> list[Draft]:
        """Drafts that nobody has touched since then."""
        rows = await self._session.scalars(
            _whole().where(_d.state == DraftState.OPEN, _d.last_at <= before).order_by(_d.last_at).limit(200)
        )
        return list(rows)

    async def unreminded(self, before: datetime) -> list[Draft]:
        """Of those, whose writer was not reminded yet."""
        return [d for d in await self.unsent_since(before) if d.reminded_at is None]

    async def unshown(self, before: datetime) -> list[Draft]:
        """Of those, which no coordinator was shown yet. What is said by who does not agree is shown to nobody."""
        agrees = select(tables.member.c.id).where(tables.member.c.consented > 0)
        rows = await self._session.scalars(
            _whole()
            .where(_d.state == DraftState.OPEN, _d.last_at <= before, _d.shown_at.is_(None))
            .where(_d.member_id.in_(agrees))
            .order_by(_d.last_at)
            .limit(200)
        )
        return list(rows)

    async def from_message(self, chat_id: int, message_id: int) -> Draft | None:
        """The draft that somebody's group message was made into."""
        return await self._session.scalar(
            _whole().where(_d.origin_chat_id == chat_id, _d.origin_message_id == message_id)
        )
