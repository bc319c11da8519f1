"""Queries for members."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import cache

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql import Select

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role, Standing, TeamPlace
from bot.domain.role import Access
from bot.storage import tables
from bot.storage.knowing import known, one

_ACTIVE = tables.member.c.access == Access.ACTIVE
"""Who may not act is not asked to, either."""


def _whole() -> Select[Member]:
    return select(Member).options(selectinload(Member.teams))  # type: ignore[arg-type]


@cache
def _one() -> Select[Member]:
    return _joined().where(tables.member.c.id == bindparam("number"))


@cache
def _some() -> Select[Member]:
    wanted = tables.member.c.id.in_(bindparam("ids", expanding=True))
    return _joined().where(wanted).order_by(tables.member.c.id)


@cache
def _either() -> Select[Member]:
    """By Telegram's numbers or by ours."""
    member = tables.member.c
    theirs = member.telegram_id.in_(bindparam("telegram_ids", expanding=True))
    return _joined().where(or_(theirs, member.id.in_(bindparam("ids", expanding=True))))


def _joined() -> Select[Member]:
    return select(Member).options(joinedload(Member.teams))  # type: ignore[arg-type]


class Members:
    """Who we know."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._met: dict[int, Member] = {}

    async def get(self, member_id: int | None) -> Member:
        """That member. Raises RuleError when there is none."""
        found = await self.find(member_id)
        if found is None:
            raise RuleError("no-such-member")
        return found

    async def find(self, member_id: int | None) -> Member | None:
        """That member, if any."""
        return await one(self._session, Member, member_id, _one())

    async def many(self, ids: Iterable[int]) -> dict[int, Member]:
        """Those members by id."""
        wanted = sorted(set(ids))
        found = {number: each for number in wanted if (each := known(self._session, Member, number))}
        if missing := [number for number in wanted if number not in found]:
            rows = await self._session.scalars(_some(), {"ids": missing})
            found |= {each.id: each for each in rows.unique() if each.id is not None}
        return found

    async def by_telegram(self, ids: Iterable[int]) -> dict[int, Member]:
        """Members by Telegram's number of their account (and private chat)."""
        wanted = set(ids)
        if new := wanted.difference(self._met):
            await self.read_ahead(new, ())
        return {number: self._met[number] for number in wanted if number in self._met}

    async def read_ahead(self, telegram_ids: Collection[int], ids: Collection[int]) -> None:
        """Members by either number at once; whoever asks for one of them has them from now on."""
        numbers = {"telegram_ids": list(telegram_ids), "ids": list(ids)}
        rows = await self._session.scalars(_either(), numbers)
        self._met |= {member.telegram_id: member for member in rows.unique()}

    async def coordinators(self) -> list[Member]:
        """Everybody who may answer for the community."""
        roles = tables.member.c.roles
        rows = await self._session.scalars(
            _whole()
            .where(roles.holding(Role.COORDINATOR) | roles.holding(Role.ADMIN), _ACTIVE)
            .order_by(tables.member.c.id)
        )
        return list(rows)

    async def reachable_coordinators(self) -> list[Member]:
        """Coordinators we may write to."""
        return [m for m in await self.coordinators() if m.reachable]

    async def in_team(self, team: str | None, standing: Standing = Standing.ACTIVE) -> list[Member]:
        """The members of a team (or those who asked to be)."""
        place = tables.team_place.c
        rows = await self._session.scalars(
            _whole()
            .join(tables.team_place, place.member_id == tables.member.c.id)
            .where(place.team == team, place.standing == standing, _ACTIVE)
            .order_by(tables.member.c.id)
        )
        return list(rows)

    async def marked(self, kind: str, day: date) -> list[Member]:
        """Whoever has that mark in a team of theirs, good on `day`, and can be written to."""
        place = tables.team_place.c
        rows = await self._session.scalars(
            _whole()
            .join(tables.team_place, place.member_id == tables.member.c.id)
            .where(place.standing == Standing.ACTIVE, _ACTIVE)
            .order_by(tables.member.c.id)
        )
        return [one for one in rows.unique() if one.reachable and one.marked(kind, day)]

    async def rested(self, now: datetime) -> list[Member]:
        """Whose rest is over."""
        rows = await self._session.scalars(_whole().where(tables.member.c.rest_until <= now).limit(200))
        return list(rows)

    async def leaders_of(self, team: str | None) -> list[Member]:
        """The team's leaders we may write to."""
        return [m for m in await self.in_team(team) if (p := m.in_team(team)) and p.leads and m.reachable]

    async def asking(self) -> list[tuple[Member, TeamPlace]]:
        """Who waits to be let into a team."""
        place = tables.team_place.c
        rows = await self._session.scalars(
            _whole()
            .join(tables.team_place, place.member_id == tables.member.c.id)
            .where(place.standing == Standing.ASKED, _ACTIVE)
        )
        return [(m, p) for m in rows.unique() for p in m.teams if p.standing is Standing.ASKED]

    async def block(self, telegram_id: int, now: datetime) -> Member | None:
        """Telegram refused a message to them."""
        found = (await self.by_telegram([telegram_id])).get(telegram_id)
        if found and found.blocked_at is None:
            found.block(now)
        return found
