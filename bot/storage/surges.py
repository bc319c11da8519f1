"""Queries for extra rounds: whom they mean, which visits they gave, and how their board stands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.domain.errors import RuleError
from bot.domain.visit import Finding, Visit, VisitPlan, VisitState
from bot.domain.visit.surge import PROGRAMME, Surge
from bot.storage import tables
from bot.storage.inserting import insert_new
from bot.storage.visits import WAITING

_s, _v, _p, _h = tables.surge.c, tables.visit.c, tables.visit_plan.c, tables.household.c
_d, _w, _f, _u = tables.dweller.c, tables.visit_helper.c, tables.finding.c, tables.visit_pause.c
_PLANNED = [column.name for column in tables.visit_plan.columns if column.name != "id"]
_PAIRED = ("plan_id", "member_id", "name", "since", "by_id")


class Surges:
    """Rounds beside the plans."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, surge_id: int | None, *, lock: bool = False) -> Surge:
        """That round. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile."""
        query = select(Surge).where(_s.id == surge_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-surge-over")
        return found

    async def running(self) -> list[Surge]:
        """Those in which people are asked to go."""
        query = select(Surge).where(_s.started_at.is_not(None), _s.ended_at.is_(None)).order_by(_s.id)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def meant(self, surge: Surge, limit: int) -> list[int]:
        """The next households of its kinds and places, after its cursor."""
        kinds = or_(*(_d.categories.contains(f",{key},", autoescape=True) for key in surge.categories))
        there = select(_d.id).where(_d.household_id == _h.id, _d.left_at.is_(None), kinds).exists()
        query = select(_h.id).where(_h.id > (surge.cursor or 0), _h.gone_at.is_(None), there)
        if surge.places:
            query = query.where((_h.compound + "|" + _h.building).in_(surge.places))
        return list(await self._session.scalars(query.order_by(_h.id).limit(limit)))

    async def plans_for(self, plan: VisitPlan, households: Collection[int]) -> dict[int, int]:
        """Household → its plan of this round, begun where there is none yet, with the helpers of its other plans."""
        if not households:
            return {}
        there = await self._numbers(plan, households)
        fresh = [number for number in households if number not in there]
        if fresh:
            row = {name: getattr(plan, name) for name in _PLANNED}
            rows = [row | {"household_id": number} for number in fresh]
            connection = await self._session.connection()
            await connection.execute(insert_new(self._session, tables.visit_plan), rows)
            there = await self._numbers(plan, households)
            await self._pair(plan.programme, {number: there[number] for number in fresh})
        return there

    async def visits_of(self, surge: Surge) -> list[Visit]:
        """Its visits that somebody has still to make."""
        mine = (_v.programme == PROGRAMME, _v.period_key == surge.key)
        query = select(Visit).options(selectinload(Visit.holds)).where(*mine)  # type: ignore[arg-type]
        waits = (*WAITING, VisitState.AWAITING)
        return list(await self._session.scalars(query.where(_v.state.in_(waits)).order_by(_v.id)))

    async def changed(self, surge: Surge) -> datetime | None:
        """When one of its visits moved last."""
        mine = (_v.programme == PROGRAMME, _v.period_key == surge.key)
        found: datetime | None = await self._session.scalar(select(func.max(_v.changed_at)).where(*mine))
        return found

    async def board(self, surge: Surge) -> dict[tuple[str, str], dict[VisitState, int]]:
        """Compound and building → how many of its visits stand how."""
        mine = (_v.programme == PROGRAMME, _v.period_key == surge.key)
        query = (
            select(_h.compound, _h.building, _v.state, func.count())
            .join(tables.household, _h.id == _v.household_id)
            .where(*mine)
            .group_by(_h.compound, _h.building, _v.state)
        )
        found: dict[tuple[str, str], dict[VisitState, int]] = {}
        for compound, building, state, count in await self._session.execute(query):
            found.setdefault((compound, building), {})[state] = count
        return dict(sorted(found.items()))

    async def buildings(self) -> list[tuple[str, str]]:
        """Where households are looked after."""
        cared = select(_d.id).where(_d.household_id == _h.id, _d.left_at.is_(None), _d.categories != "")
        query = select(_h.compound, _h.building).where(_h.gone_at.is_(None), cared.exists()).distinct()
        return [
            (row[0], row[1]) for row in await self._session.execute(query.order_by(_h.compound, _h.building))
        ]

    async def close_plans(self, event_key: str, now: datetime) -> None:
        """Nobody is on the care list for a round that is over."""
        mine = (_p.programme == PROGRAMME, _p.event_key == event_key, _p.stopped_at.is_(None))
        change = update(tables.visit_plan).where(*mine)
        await self._session.execute(change.values(stopped_at=now, version=_p.version + 1))

    async def changed_since(self, since: datetime, limit: int = 50) -> list[int]:
        """Households whose situation changed: back from hospital or elsewhere, or something was found amiss."""
        ended = (_u.agreed_at.is_not(None), _u.until_on.is_not(None), _u.ended_at >= since)
        back = select(_u.household_id).where(*ended).order_by(_u.ended_at.desc()).limit(limit)
        found = list(await self._session.scalars(back))
        found = list(dict.fromkeys([*found, *await self._worried_since(since, limit)]))
        held = (_u.agreed_at.is_not(None), _u.ended_at.is_(None), _u.household_id.in_(found))
        away = set(await self._session.scalars(select(_u.household_id).where(*held)))
        return [number for number in found if number not in away]

    async def _worried_since(self, since: datetime, limit: int) -> list[int]:
        query = (
            select(Finding, _v.household_id)
            .join(tables.visit, _v.id == _f.visit_id)
            .where(_f.at >= since)
            .order_by(_f.at.desc())
            .limit(limit * 4)
        )
        rows = await self._session.execute(query)
        return list(dict.fromkeys(row[1] for row in rows if row[0].concerns))[:limit]

    async def _numbers(self, plan: VisitPlan, households: Collection[int]) -> dict[int, int]:
        these = _p.household_id.in_(households)
        mine = (_p.programme == plan.programme, _p.event_key == plan.event_key, these)
        return {
            row[0]: row[1] for row in await self._session.execute(select(_p.household_id, _p.id).where(*mine))
        }

    async def _pair(self, programme: str, plans: dict[int, int]) -> None:
        """Whoever looks after them otherwise is asked first here too."""
        other = (_p.household_id.in_(plans), _p.programme != programme, _p.stopped_at.is_(None))
        query = select(_p.household_id, _w.member_id, _w.name, _w.since, _w.by_id)
        query = query.join(tables.visit_plan, _p.id == _w.plan_id).where(*other)
        rows = {(row[0], row[1]): (plans[row[0]], *row[1:]) for row in await self._session.execute(query)}
        if rows:
            values = [dict(zip(_PAIRED, row, strict=True)) for row in rows.values()]
            await self._session.execute(insert(tables.visit_helper), values)
