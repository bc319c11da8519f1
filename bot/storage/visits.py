"""Queries for visits: plans that are due, their occurrences, and who goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql import ColumnElement, Select

from bot.domain.errors import RuleError
from bot.domain.task import HoldState
from bot.domain.visit import CallState, Outcome, Visit, VisitPlan, VisitState
from bot.storage import tables
from bot.storage.inserting import insert_new
from bot.storage.knowing import alone, one

_p, _v, _h, _d = tables.visit_plan.c, tables.visit.c, tables.visit_hold.c, tables.dweller.c
_w, _a, _m = tables.visit_helper.c, tables.visit_asked.c, tables.member.c
WAITING = (VisitState.OPEN, VisitState.OFFERED, VisitState.CLAIMED)
_PLANNED = [column.name for column in tables.visit_plan.columns if column.name != "id"]
_COLUMNS = [column.name for column in tables.visit.columns if column.name != "id"]


def _plans() -> Select[VisitPlan]:
    return select(VisitPlan).options(selectinload(VisitPlan.helpers), selectinload(VisitPlan.pauses))  # type: ignore[arg-type]


def _visits() -> Select[Visit]:
    return select(Visit).options(selectinload(Visit.holds))  # type: ignore[arg-type]


@cache
def _one_plan() -> Select[VisitPlan]:
    both = (joinedload(VisitPlan.helpers), joinedload(VisitPlan.pauses))  # type: ignore[arg-type]
    return select(VisitPlan).options(*both).where(_p.id == bindparam("number"))


@cache
def _locked_plan() -> Select[VisitPlan]:
    """The lock first, what belongs to it then: a join would have read that before the wait for the lock."""
    query = _plans().where(_p.id == bindparam("number")).with_for_update()
    return query.execution_options(populate_existing=True)


@cache
def _one_visit() -> Select[Visit]:
    return select(Visit).options(joinedload(Visit.holds)).where(_v.id == bindparam("number"))  # type: ignore[arg-type]


@cache
def _locked_visit() -> Select[Visit]:
    """As `_locked_plan`."""
    query = _visits().where(_v.id == bindparam("number")).with_for_update()
    return query.execution_options(populate_existing=True)


class Visits:
    """Who is visited, when, and by whom."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def plan(self, plan_id: int | None, *, lock: bool = False) -> VisitPlan:
        """That plan. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile (PostgreSQL)."""
        if lock and not alone(self._session):
            found = (await self._session.scalars(_locked_plan(), {"number": plan_id})).one_or_none()
        else:
            found = await one(self._session, VisitPlan, plan_id, _one_plan())
        if found is None:
            raise RuleError("no-such-plan")
        return found

    async def plans(self, ids: Collection[int]) -> dict[int, VisitPlan]:
        """Those plans by id."""
        found = await self._session.scalars(_plans().where(_p.id.in_(sorted(set(ids)))))
        return {plan.id: plan for plan in found if plan.id is not None}

    async def next_of(self, member_id: int | None) -> VisitPlan | None:
        """The plan of their own households whose next window opens first."""
        mine = select(_w.plan_id).where(_w.member_id == member_id)
        query = _plans().where(_p.id.in_(mine), _p.next_at.is_not(None)).order_by(_p.next_at, _p.id)
        return (await self._session.scalars(query.limit(1))).first()

    async def plans_of(self, household_id: int) -> list[VisitPlan]:
        """Every plan of a household, also those that were stopped."""
        query = _plans().where(_p.household_id == household_id).order_by(_p.id)
        return list(await self._session.scalars(query))

    async def running(self, after: int, limit: int) -> list[VisitPlan]:
        """The next plans that go on."""
        query = _plans().where(_p.id > after, _p.stopped_at.is_(None)).order_by(_p.id).limit(limit)
        return list(await self._session.scalars(query))

    async def plans_due(self, now: datetime, limit: int) -> list[VisitPlan]:
        """Plans whose next window has opened; of several tickers each has its own."""
        query = _plans().where(_p.next_at <= now).order_by(_p.next_at, _p.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def opening(self, until: datetime, after: int, limit: int) -> list[VisitPlan]:
        """The next plans of which a window opens until then."""
        query = _plans().where(_p.next_at <= until, _p.id > after).order_by(_p.id).limit(limit)
        return list(await self._session.scalars(query))

    async def planned(self, households: Collection[int]) -> set[tuple[int, str]]:
        """Household and programme of every plan these households have or had."""
        query = select(_p.household_id, _p.programme).where(_p.household_id.in_(households))
        return {(row.household_id, row.programme) for row in await self._session.execute(query)}

    async def categories_of(self, dwellers: Collection[int]) -> dict[int, set[str]]:
        """Household → why its people are looked after, of those people who are there."""
        return await self._categories(_d.id.in_(dwellers))

    async def categories_after(self, household_id: int, limit: int) -> dict[int, set[str]]:
        """The same for the next households in which somebody is looked after."""
        some = (
            select(_d.household_id)
            .where(_d.household_id > household_id, _d.categories != "", _d.left_at.is_(None))
            .distinct()
            .order_by(_d.household_id)
            .limit(limit)
        )
        return await self._categories(_d.household_id.in_(list(await self._session.scalars(some))))

    async def _categories(self, where: ColumnElement[bool]) -> dict[int, set[str]]:
        query = select(_d.household_id, _d.categories).where(where, _d.left_at.is_(None), _d.categories != "")
        found: dict[int, set[str]] = {}
        for row in await self._session.execute(query):
            found.setdefault(row.household_id, set()).update(one for one in row.categories.split(",") if one)
        return found

    async def begin(self, plan: VisitPlan, households: Collection[int]) -> None:
        """Such a plan for each of these households."""
        row = {name: getattr(plan, name) for name in _PLANNED}
        rows = [row | {"household_id": number} for number in households]
        await (await self._session.connection()).execute(insert(tables.visit_plan), rows)

    async def give(self, visits: Sequence[Visit]) -> None:
        """New occurrences; a period that has one already keeps it."""
        if visits:
            rows = [{name: getattr(one, name) for name in _COLUMNS} for one in visits]
            await self._session.execute(insert_new(self._session, tables.visit), rows)

    async def get(self, visit_id: int | None, *, lock: bool = False) -> Visit:
        """That visit. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile (PostgreSQL)."""
        if lock and not alone(self._session):
            found = (await self._session.scalars(_locked_visit(), {"number": visit_id})).one_or_none()
        else:
            found = await one(self._session, Visit, visit_id, _one_visit())
        if found is None:
            raise RuleError("no-such-visit")
        return found

    async def to_look_at(self, now: datetime, limit: int) -> list[Visit]:
        """Those about which the clock has something to do."""
        query = _visits().where(_v.next_at <= now).order_by(_v.next_at, _v.id).limit(limit)
        return list(await self._session.scalars(query.with_for_update(skip_locked=True)))

    async def of_plan(self, plan_id: int | None, limit: int = 60) -> list[Visit]:
        """A plan's visits, the newest first."""
        query = _visits().where(_v.plan_id == plan_id).order_by(_v.opens_at.desc(), _v.id.desc())
        return list(await self._session.scalars(query.limit(limit)))

    async def contacts_of(self, plan_id: int | None) -> list[tuple[datetime, Outcome]]:
        """When and how the household of a plan was reached by it; of its phone calls too."""
        c = tables.follow_up_call.c
        visits = select(_v.outcome_at, _v.outcome).where(_v.plan_id == plan_id, _v.outcome_at.is_not(None))
        found = [(row.outcome_at, row.outcome) for row in await self._session.execute(visits)]
        theirs = select(_v.id).where(_v.plan_id == plan_id)
        reached = (c.visit_id.in_(theirs), c.state == CallState.REACHED)
        calls = await self._session.scalars(select(c.ended_at).where(*reached))
        return [*found, *((at, Outcome.PHONED) for at in calls if at is not None)]

    async def waiting_of(self, plan_id: int | None) -> list[Visit]:
        """Those of a plan that are not over."""
        live = (*WAITING, VisitState.AWAITING, VisitState.NO_ANSWER)
        query = _visits().where(_v.plan_id == plan_id, _v.state.in_(live)).order_by(_v.opens_at)
        return list(await self._session.scalars(query))

    async def held_by(self, member_id: int | None) -> list[Visit]:
        """Whom somebody has promised to visit, or is asked to stand in for."""
        own = (HoldState.HOLDING, HoldState.ASKED)
        mine = select(_h.visit_id).where(_h.member_id == member_id, _h.state.in_(own))
        query = _visits().where(_v.id.in_(mine), _v.state.in_(WAITING)).order_by(_v.due_at, _v.id)
        return list(await self._session.scalars(query))

    async def offered_to(self, member_id: int | None, now: datetime) -> list[Visit]:
        """Those of their own households whose window is open."""
        mine = select(_w.plan_id).where(_w.member_id == member_id)
        query = _visits().where(_v.plan_id.in_(mine), _v.state.in_(WAITING), _v.opens_at <= now)
        return list(await self._session.scalars(query.order_by(_v.due_at, _v.id)))

    async def asked_of(self, member_id: int | None) -> list[Visit]:
        """Those that wait and about which this person was asked, on whatever rung."""
        asked = select(_a.visit_id).where(_a.member_id == member_id)
        query = _visits().where(_v.id.in_(asked), _v.state.in_(WAITING)).order_by(_v.due_at, _v.id)
        return list(await self._session.scalars(query))

    async def who_wait(self, members: Collection[int]) -> set[int]:
        """Those of these people who were asked about something that still waits."""
        theirs = select(_a.id).join(tables.visit, _v.id == _a.visit_id)
        waits = theirs.where(
            _a.member_id == _m.id, _v.state.in_(WAITING)
        ).exists()  # the first that does is enough
        return set(await self._session.scalars(select(_m.id).where(_m.id.in_(sorted(members)), waits)))

    async def has_visited(self, member_id: int | None) -> bool:
        """Has this person ever made a visit?"""
        done = select(_h.id).where(_h.member_id == member_id, _h.state == HoldState.DONE).limit(1)
        return await self._session.scalar(done) is not None

    async def helped_by(self, member_id: int | None) -> list[VisitPlan]:
        """Plans of the households this helper is paired with."""
        mine = select(_w.plan_id).where(_w.member_id == member_id)
        return list(await self._session.scalars(_plans().where(_p.id.in_(mine)).order_by(_p.id)))

    async def households_of(self, member_id: int | None) -> int:
        """How many households this helper is paired with."""
        query = (
            select(func.count(_p.household_id.distinct()))
            .join_from(tables.visit_plan, tables.visit_helper, _w.plan_id == _p.id)
            .where(_w.member_id == member_id, _p.stopped_at.is_(None))
        )
        return int(await self._session.scalar(query) or 0)
