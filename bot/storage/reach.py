"""Whom a notice reaches, and whom it cannot."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Row, and_, distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.chat import Chat, ChatKind, ChatState
from bot.domain.household import Relation
from bot.domain.notice import Audience, To
from bot.domain.role import Access, Role
from bot.storage import tables

_c, _d, _k, _m = tables.chat.c, tables.dweller.c, tables.kin.c, tables.member.c


class Reach:
    """Whom a notice is for: groups, and people in private."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def groups(self, audience: Audience, after: int = 0, limit: int | None = None) -> list[Chat]:
        """Groups of it in which we can speak, by falling number from below `after` on."""
        where = _groups(audience)
        if where is None:
            return []
        query = select(Chat).where(where, _c.state == ChatState.ACTIVE)
        query = query.where(_c.chat_id < after).order_by(_c.chat_id.desc())
        return list(await self._session.scalars(query.limit(limit)))

    async def people(self, audience: Audience, after: int = 0, limit: int = 200) -> list[Row[int, int]]:
        """id and chat of who gets it in private, by rising id from above `after` on."""
        where = people_in(audience)
        if where is None:
            return []
        query = select(_m.id, _m.telegram_id).where(where, *_REACHABLE, _m.id > after)
        return list((await self._session.execute(query.order_by(_m.id).limit(limit))).all())

    async def count_people(self, audience: Audience) -> tuple[int, int]:
        """How many get it in private, and how many of those it is for cannot be written to."""
        where = people_in(audience)
        if where is None:
            return 0, 0
        able = int(await self._session.scalar(select(func.count()).where(where, *_REACHABLE)) or 0)
        every = int(await self._session.scalar(select(func.count()).where(where, _HERE)) or 0)
        return able, every - able

    async def closed_doors(self, audience: Audience) -> int:
        """Doors of such people behind which nobody can be written to."""
        tags = [one.name for one in audience if one.to is To.TAG]
        if not tags:
            return 0
        linked = select(_k.household_id).join(tables.member, _m.id == _k.member_id).where(_LIVES, *_REACHABLE)
        query = select(func.count(distinct(_d.household_id))).where(
            _tagged(tags), _d.household_id.not_in(linked)
        )
        return int(await self._session.scalar(query) or 0)

    async def tags_of(self, member_id: int | None) -> frozenset[str]:
        """Of what kinds people are, as the roster says, where this person lives."""
        homes = select(_k.household_id).where(_LIVES, _k.member_id == member_id)
        rows = await self._session.scalars(
            select(_d.categories).where(_d.household_id.in_(homes), _d.left_at.is_(None), _d.categories != "")
        )
        return frozenset(tag for row in rows for tag in row.split(",") if tag)

    async def count_neighbours(self, groups: Sequence[Chat]) -> int:
        """How many people we know live where these groups are."""
        places = {(one.compound, one.building) for one in groups if one.building}
        rows = await self._session.execute(
            select(_m.compound, _m.building, func.count())
            .where(_m.gone_at.is_(None), _m.building.is_not(None))
            .group_by(_m.compound, _m.building)
        )
        return sum(count for compound, building, count in rows if (compound, building) in places)


_LIVES = and_(_k.relation == Relation.LIVES_THERE, _k.ended_at.is_(None))
_HERE = and_(_m.access == Access.ACTIVE, _m.gone_at.is_(None))
_REACHABLE = (_HERE, _m.started_at.is_not(None), _m.blocked_at.is_(None))


def _groups(audience: Audience) -> ColumnElement[bool] | None:
    building = _c.kind == ChatKind.BUILDING
    parts: list[ColumnElement[bool]] = []
    for one in audience:
        match one.to:
            case To.ALL:
                parts.append(building)
            case To.COMPOUND:
                parts.append(and_(building, _c.compound == one.name))
            case To.BUILDING:
                parts.append(and_(building, _c.compound == one.name, _c.building == one.building))
            case To.TEAM:
                parts.append(and_(_c.kind == ChatKind.TEAM, _c.team == one.name))
    return or_(*parts) if parts else None


def people_in(audience: Audience) -> ColumnElement[bool] | None:
    """Members it is for in private; None where it is for none."""
    parts: list[ColumnElement[bool]] = []
    for one in audience:
        if one.to is To.LANGUAGE:
            parts.append(_m.language == one.name)
        elif one.to is To.HAT:
            parts.append(_m.roles.holding(Role(one.name)))
    if tags := [one.name for one in audience if one.to is To.TAG]:
        homes = select(_d.household_id).where(_tagged(tags))
        parts.append(_m.id.in_(select(_k.member_id).where(_LIVES, _k.household_id.in_(homes))))
    return or_(*parts) if parts else None


def homes_tagged(audience: Audience) -> ColumnElement[bool] | None:
    """Households of the kinds it is for; None where it is for no kind."""
    tags = [one.name for one in audience if one.to is To.TAG]
    return tables.household.c.id.in_(select(_d.household_id).where(_tagged(tags))) if tags else None


def _tagged(tags: Sequence[str]) -> ColumnElement[bool]:
    kinds = or_(*(_d.categories.contains(f",{tag},", autoescape=True) for tag in tags))
    return and_(kinds, _d.left_at.is_(None))
