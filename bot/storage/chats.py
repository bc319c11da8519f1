"""Queries for groups."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import cache

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.storage import tables
from bot.storage.expecting import Expected
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


@cache
def _around() -> Select[Chat]:
    """Some groups, those of the same buildings (of any compound), and every team's."""
    these = _c.chat_id.in_(bindparam("ids", expanding=True))
    buildings = select(_c.building).where(these)
    related = or_(_c.kind == ChatKind.TEAM, and_(_c.kind == ChatKind.BUILDING, _c.building.in_(buildings)))
    return select(Chat).where(or_(these, and_(_c.state == ChatState.ACTIVE, related)))


_LANGUAGES = select(_c.chat_id, _c.language).where(_c.chat_id.in_(bindparam("ids", expanding=True)))


class Chats:
    """The groups we are in."""

    def __init__(self, session: AsyncSession, expected: Expected) -> None:
        self._session = session
        self._expected = expected
        self._in_hand: dict[int, Chat] = {}  # held on to, since who asks once asks again
        self._buildings: set[str | None] | None = None  # whose groups are all in hand, as are all teams'

    def hold(self, chat: Chat) -> None:
        """This transaction has made it, or may change what it is for."""
        self._in_hand[chat.chat_id] = chat

    async def find(self, chat_id: int) -> Chat | None:
        """That group, if known."""
        if chat_id in self._expected.groups:
            await self._look_around()
        found = self._in_hand.get(chat_id) or await one(self._session, Chat, chat_id, _one())
        if found is not None:
            self.hold(found)
        return found

    async def _look_around(self) -> None:
        """The groups of the batch, and whichever will be asked for with them. Once."""
        if self._buildings is None:
            ids = self._expected.groups
            for chat in await self._session.scalars(_around(), {"ids": sorted(ids)}):
                self.hold(chat)
            mine = [chat for number, chat in self._in_hand.items() if number in ids]
            self._buildings = {chat.building for chat in mine}

    def _those(self, kind: ChatKind, fits: Callable[[Chat], bool]) -> list[Chat]:
        """Groups in hand as they are now, since one may just have been bound or lost."""
        every = sorted(self._in_hand.values(), key=lambda chat: chat.chat_id)
        return [c for c in every if c.kind is kind and c.state is ChatState.ACTIVE and fits(c)]

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
        if self._buildings and building in self._buildings:
            return self._those(ChatKind.BUILDING, lambda c: (c.compound, c.building) == (compound, building))
        place = {"compound": compound, "building": building}
        return list(await self._session.scalars(_of_building(), place))

    async def of_team(self, team: str | None) -> list[Chat]:
        """The groups of one team."""
        if self._buildings is not None:
            return self._those(ChatKind.TEAM, lambda c: c.team == team)
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
        moved = Chat(
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
        self._session.add(moved)
        self.hold(moved)
        found.lose(now)
