"""How a notice stands by building, counted by the database: whom it reached, whom not, who needs help."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, and_, distinct, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import CaseState
from bot.domain.notice import Audience, Reached, To, Via
from bot.domain.place import Place
from bot.domain.role import Access
from bot.domain.visit import Outcome, VisitState
from bot.domain.visit.knock import key_of
from bot.storage import tables
from bot.storage.reach import homes_tagged, people_in
from bot.storage.tables.visits import KNOCKS
from bot.storage.visits import WAITING

_m, _h, _r = tables.member.c, tables.household.c, tables.receipt.c
_n, _c, _v = tables.notice_case.c, tables.case.c, tables.visit.c


def within(
    audience: Audience, compound: ColumnElement[str], building: ColumnElement[str]
) -> ColumnElement[bool]:
    """Is it in one of the buildings a notice is for? Where that is no building's, nowhere."""
    parts: list[ColumnElement[bool]] = []
    for one in audience:
        match one.to:
            case To.ALL:
                parts.append(true())
            case To.COMPOUND:
                parts.append(compound == one.name)
            case To.BUILDING:
                parts.append(and_(compound == one.name, building == one.building))
    return or_(*parts) if parts else ~true()


def homes_of(audience: Audience) -> ColumnElement[bool]:
    """Households it is for: by their building, or by their kind."""
    tagged = homes_tagged(audience)
    near = within(audience, _h.compound, _h.building)
    return near if tagged is None else or_(near, tagged)


def people_of(audience: Audience) -> ColumnElement[bool]:
    """Members it is for: by their building, or in private."""
    private = people_in(audience)
    near = within(audience, _m.compound, _m.building)
    return near if private is None else or_(near, private)


class ReachedQueries:
    """Of one notice."""

    def __init__(self, session: AsyncSession, notice_id: int) -> None:
        self._session = session
        self._id = notice_id

    async def by_building(self, audience: Audience, only: Place | None = None) -> dict[Place, Reached]:
        """Each building it is for, or `only` that one; and wherever else somebody was reached. The empty place: people
        of whom we do not know where they live."""
        homes, people = homes_of(audience), people_of(audience)
        if only is not None:
            homes = and_(_h.compound == only.compound, _h.building == only.building)
            people = and_(_m.compound == only.compound, _m.building == only.building)
        found: dict[Place, Reached] = {}
        for name, query in self._queries(homes, people):
            for compound, building, count in await self._session.execute(query):
                place = Place(compound, building) if building else Place()
                if only is None or place == only:
                    tally = found.setdefault(place, Reached())
                    setattr(tally, name, getattr(tally, name) + int(count))
        await self._knocks(found, only)
        return found

    def _queries(
        self, homes: ColumnElement[bool], people: ColumnElement[bool]
    ) -> Iterable[tuple[str, Select[str, str, int]]]:
        yield "homes", _grouped(_h.compound, _h.building, func.count(_h.id), _h.gone_at.is_(None), homes)
        active = (_m.gone_at.is_(None), _m.access == Access.ACTIVE, _m.building.is_not(None))
        known = (*active, people)
        yield "linked", _grouped(_m.compound, _m.building, func.count(_m.id), *known)
        mine = _r.notice_id == self._id
        for name, via, what in (
            ("read", Via.SELF, _r.member_id),
            ("family", Via.FAMILY, _r.whom),
            ("door", Via.DOOR, _r.whom),
        ):
            yield name, _grouped(_r.compound, _r.building, func.count(distinct(what)), mine, _r.via == via)
        yield (
            "help",
            _grouped(_c.compound, _c.building, func.count(_c.id), _c.state != CaseState.WITHDRAWN)
            .join(tables.notice_case, _n.case_id == _c.id)
            .where(_n.notice_id == self._id, _n.replied.is_(False)),
        )

    async def _knocks(self, found: dict[Place, Reached], only: Place | None) -> None:
        """Where somebody is still to go, and where nobody opened: what came of a visit is sealed, so it is read."""
        query = select(_h.compound, _h.building, _v.state, _v.outcome).join(
            tables.household, _h.id == _v.household_id
        )
        query = query.where(KNOCKS, _v.period_key == key_of(self._id))
        for row in await self._session.execute(query):
            place = Place(row.compound, row.building)
            if only is not None and place != only:
                continue
            tally = found.setdefault(place, Reached())
            tally.going += row.state in WAITING
            silent = row.state is VisitState.NO_ANSWER or row.outcome is Outcome.NO_ANSWER
            tally.silent += silent or row.state is VisitState.MISSED

    async def read_and_left(self, place: Place) -> tuple[int, int]:
        """Of one building: how many of those we know have read it, and how many have not."""
        tally = (await self.by_building((), place)).get(place, Reached())
        return tally.read, tally.unread


def _grouped(
    compound: ColumnElement[str],
    building: ColumnElement[str],
    count: ColumnElement[int],
    *where: ColumnElement[bool],
) -> Select[str, str, int]:
    return select(compound, building, count).where(*where).group_by(compound, building)
