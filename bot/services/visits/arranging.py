"""频次时间: one household is visited otherwise than the playbook has it, said by a coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import TypeVar

from bot.domain.cadence import once
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Programme
from bot.domain.rights import Verb, must
from bot.domain.visit import VisitPlan, plan_for
from bot.domain.visit.choices import (
    CADENCES,
    FARTHEST,
    HOURS,
    MOST_TOGETHER,
    programmes_to_add,
    rungs_to_choose,
)
from bot.services.visits.listing import touch_rounds
from bot.services.visits.visiting import look_again
from bot.storage.care import CARE
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork

T = TypeVar("T")
ONCE = "once."
"""Begins the event key of a single visit more."""


async def choose_cadence(
    uow: UnitOfWork, plan_id: int, number: int, *, by: Member, now: datetime
) -> VisitPlan:
    """How often, by its place in CADENCES: from the next period on. Raises RuleError without the right, and when over."""
    plan, programme = await _plan(uow, plan_id, by)
    plan.follow(_one(CADENCES, number), programme.window, uow.playbook.zone, now)
    _changed(uow, plan, by, now)
    return plan


async def choose_weekday(
    uow: UnitOfWork, plan_id: int, weekday: int, *, by: Member, now: datetime
) -> VisitPlan:
    """Monday 0 to Sunday 6; 7: any day. Raises RuleError as above."""
    plan, _ = await _plan(uow, plan_id, by)
    plan.prefer(_one((*range(7), None), weekday), plan.hour, now)
    _changed(uow, plan, by, now)
    return plan


async def choose_hour(uow: UnitOfWork, plan_id: int, number: int, *, by: Member, now: datetime) -> VisitPlan:
    """By its place in HOURS; the one after the last: any hour. Raises RuleError as above."""
    plan, _ = await _plan(uow, plan_id, by)
    hours: tuple[time | None, ...] = (*HOURS, None)
    plan.prefer(plan.weekday, _one(hours, number), now)
    _changed(uow, plan, by, now)
    return plan


async def choose_rung(uow: UnitOfWork, plan_id: int, number: int, *, by: Member, now: datetime) -> VisitPlan:
    """Who is asked first, by their place among those who may be; from the next visit on. Raises RuleError as above."""
    plan, programme = await _plan(uow, plan_id, by)
    rung = _one(rungs_to_choose(uow.playbook.visits, programme), number)
    plan.begin_with("" if rung.key == programme.rung else rung.key, now)
    _changed(uow, plan, by, now)
    return plan


async def choose_slots(uow: UnitOfWork, plan_id: int, slots: int, *, by: Member, now: datetime) -> VisitPlan:
    """How many go, from the visit that waits on; 0: as the playbook has it. Raises RuleError as above."""
    plan, programme = await _plan(uow, plan_id, by)
    plan.want(_one(range(MOST_TOGETHER + 1), slots), now)
    for visit in await uow.visits.waiting_of(plan.id):
        if visit.is_waiting:
            visit.want(plan.slots or programme.slots, now)
            look_again(uow, visit)
            await touch_rounds(uow, visit)
            uow.touch(f"visit:{visit.id}")
    _changed(uow, plan, by, now)
    return plan


async def add_programme(
    uow: UnitOfWork, household_id: int, number: int, *, by: Member, now: datetime
) -> VisitPlan:
    """One more plan, by its place in the playbook. Raises RuleError for what they have, and where visits ended for good."""
    must(by, Verb.PLAN_VISITS)
    await uow.households.get(household_id)
    if await Pauses(uow.session).gone([household_id]):
        raise RuleError("no-plan-over")
    plans = await uow.visits.plans_of(household_id)
    programme = _one(uow.playbook.visits.programmes, number)
    if programme not in programmes_to_add(uow.playbook.visits, {plan.programme for plan in plans}):
        raise RuleError("no-plan-already")
    plan = plan_for(household_id, programme, uow.playbook.zone, now)
    uow.add(plan)
    await uow.numbered()
    _changed(uow, plan, by, now)
    return plan


async def add_visit(uow: UnitOfWork, plan_id: int, days: int, *, by: Member, now: datetime) -> VisitPlan:
    """One visit more, on that day, by the same people. Raises RuleError the second time for a day, and as above."""
    plan, programme = await _plan(uow, plan_id, by)
    if not 0 <= days <= FARTHEST:
        raise RuleError("no-stale-button")
    day = uow.playbook.day(now) + timedelta(days=days)
    key = f"{ONCE}{day}"
    if any(
        one.event_key == key and one.programme == plan.programme
        for one in await uow.visits.plans_of(plan.household_id)
    ):
        raise RuleError("no-plan-already")
    extra = VisitPlan(plan.household_id, plan.programme, once(day), plan.rung, now, event_key=key)
    extra.slots = plan.slots
    extra.begin(programme.window, uow.playbook.zone, now)
    if extra.next_at is None:
        raise RuleError("no-plan-too-late")
    uow.add(extra)
    await uow.numbered()
    for one in plan.helpers:
        extra.pair(one.member_id, one.name, by.id or 0, 0, uow.playbook.visits, now)
    _changed(uow, extra, by, now)
    return extra


async def _plan(uow: UnitOfWork, plan_id: int, by: Member) -> tuple[VisitPlan, Programme]:
    must(by, Verb.PLAN_VISITS)
    plan = await uow.visits.plan(plan_id, lock=True)
    programme = uow.playbook.visits.programme(plan.programme)
    if programme is None or plan.stopped_at is not None or plan.cadence.on is not None:
        raise RuleError("no-plan-over")
    return plan, programme


def _one(choices: Sequence[T], number: int) -> T:
    """Raises RuleError for what no button of ours says."""
    if not 0 <= number < len(choices):
        raise RuleError("no-stale-button")
    return choices[number]


def _changed(uow: UnitOfWork, plan: VisitPlan, by: Member, now: datetime) -> None:
    uow.touch(CARE)
    uow.record("plan_arranged", f"household:{plan.household_id}", now=now, by=by.id, plan=plan.id)
