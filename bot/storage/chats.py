"""Queries for groups."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.storage import tables
from bot.storage.knowing import one

_c = tables.chat.c


@cache
def _one() -> Select[Chat]:
    return select(Chat).where(_c.chat_id == bindparam("number"))


@cache
def _of_building() -> Select[Chat]:
    place = (_c.compound == bindparam("compound"), _c.building == bindparam("building"))
    return select(Chat).where(_c.kind == ChatKind.BUILDING, _c.state == ChatState.ACTIVE, *place)


@cache
def _of_team() -> Select[Chat]:
    mine = _c.team == bindparam("team")
    return select(Chat).where(_c.kind == ChatKind.TEAM, _c.state == ChatState.ACTIVE, mine)


_LANGUAGES = select(_c.chat_id, _c.language).where(_c.chat_id.in_(bindparam("ids", expanding=True)))


class Chats:
    """The groups we are in."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._found: Chat | None = None  # held on to, since who asks once asks again

    async def find(self, chat_id: int) -> Chat | None:
        """That group, if known."""
        self._found = await one(self._session, Chat, chat_id, _one())
        return self._found

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
        place = {"compound": compound, "building": building}
        return list(await self._session.scalars(_of_building(), place))

    async def of_team(self, team: str | None) -> list[Chat]:
        """The groups of one team."""
        return list(await self._session.scalars(_of_team(), {"team": team}))

    async def languages(self, ids: Collection[int]) -> dict[int, str]:
        """The language of each group, by chat id."""
        if not ids:
            return {}
        groups = await self._session.execute(_LANGUAGES, {"ids": list(ids)})
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
