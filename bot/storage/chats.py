"""Queries for groups."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.storage import tables

_c = tables.chat.c


class Chats:
    """The groups we are in."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find(self, chat_id: int) -> Chat | None:
        """That group, if known."""
        return await self._session.get(Chat, chat_id)

    async def every(self) -> list[Chat]:
        """All groups, also those we were removed from."""
        return list(await self._session.scalars(select(Chat).order_by(_c.chat_id)))

    async def bound(self) -> list[Chat]:
        """Groups that serve a building or a team, and that we are in."""
        rows = await self._session.scalars(
            select(Chat).where(_c.state == ChatState.ACTIVE, _c.kind != ChatKind.UNBOUND).order_by(_c.chat_id)
        )
        return list(rows)

    async def of_building(self, compound: str | None, building: str | None) -> list[Chat]:
        """The groups of one building."""
        rows = await self._session.scalars(
            select(Chat).where(
                _c.kind == ChatKind.BUILDING,
                _c.state == ChatState.ACTIVE,
                _c.compound == compound,
                _c.building == building,
            )
        )
        return list(rows)

    async def of_team(self, team: str | None) -> list[Chat]:
        """The groups of one team."""
        rows = await self._session.scalars(
            select(Chat).where(_c.kind == ChatKind.TEAM, _c.state == ChatState.ACTIVE, _c.team == team)
        )
        return list(rows)

    async def languages(self, ids: Collection[int]) -> dict[int, str]:
        """The language of each group, by chat id."""
        if not ids:
            return {}
        groups = await self._session.execute(
            select(_c.chat_id, _c.language).where(_c.chat_id.in_(sorted(ids)))
        )
        return {row[0]: row[1] for row in groups}

    async def lose(self, chat_id: int, now: datetime) -> bool:
        """We cannot speak there any more. True when that is news."""
        found = await self.find(chat_id)
        if found is None or found.state is ChatState.GONE:
            return False
        found.lose(now)
        return True

    async def move(self, old: int, new: int, now: datetime) -> None:
        """A group became a supergroup and has a new number."""
        found = await self.find(old)
        if found is None or await self.find(new) is not None:
            return
        self._session.add(
            Chat(
                new,
                found.title,
                found.kind,
                ChatState.ACTIVE,
                found.compound,
                found.building,
                found.team,
                found.language,
                found.hears_all,
                found.bound_by,
                now,
            )
        )
        found.lose(now)
