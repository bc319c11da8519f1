"""What begins with an event in a life: 三必到 (somebody arrives within a day), in hospital, out of work, a return."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.cadence import once
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.playbook import Programme
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Visit, VisitPlan, open_visit
from bot.storage.care import CARE
from bot.storage.work import UnitOfWork

ASK_FOR = timedelta(minutes=30)
"""How long a door is waited for."""


async def begin_event(
    uow: UnitOfWork, household_id: int, event: str, at: datetime, *, by: Member, now: datetime
) -> list[Programme]:
    """Every programme the playbook has for it begins: one visit, or a plan as long as it lasts.

    `at`: when it happened, or will (a return). Raises RuleError without the right there, for an event the playbook does
    not know, and the second time on one day.
    """
    home = await uow.households.get(household_id)
    _must(uow, by, event, home.place)
    programmes = uow.playbook.visits.programmes_at(event)
    if not programmes:
        raise RuleError("no-stale-button")
    key = f"{event}:{uow.playbook.day(at)}"
    if any(plan.event_key == key for plan in await uow.visits.plans_of(household_id)):
        raise RuleError("no-event-begun")
    for programme in programmes:
        await _begin(uow, household_id, programme, key, at, now)
    uow.touch(CARE)
    uow.record("event_begun", f"household:{household_id}", now=now, by=by.id, event=event)
    return list(programmes)


async def begin_at_door(uow: UnitOfWork, place: Place, event: str, *, by: Member, now: datetime) -> None:
    """三必到 by door, for who looks after the building. Raises RuleError for a door no roster tells of, and as above."""
    _must(uow, by, event, place)
    found = await uow.households.at(place) if place.room else None
    if found is None:
        raise RuleError("no-such-door")
    await begin_event(uow, found, event, now, by=by, now=now)


async def end_event(uow: UnitOfWork, plan_id: int, *, by: Member, now: datetime) -> VisitPlan:
    """Out of hospital, at work again: what began with it is over. Raises RuleError for any other plan."""
    must(by, Verb.PLAN_VISITS)
    plan = await uow.visits.plan(plan_id, lock=True)
    if not plan.event_key or plan.stopped_at is not None:
        raise RuleError("no-plan-over")
    plan.stopped_at, plan.next_at, plan.changed_at = now, None, now
    for visit in await uow.visits.waiting_of(plan.id):
        if visit.is_waiting:
            await _let_off(uow, visit, now)
    uow.touch(CARE)
    uow.record("event_over", f"household:{plan.household_id}", now=now, by=by.id)
    return plan


async def _begin(
    uow: UnitOfWork, household_id: int, programme: Programme, key: str, at: datetime, now: datetime
) -> None:
    zone = uow.playbook.zone
    day = at.astimezone(zone).date()
    plan = VisitPlan(
        household_id, programme.key, programme.cadence or once(day), programme.rung, now, event_key=key
    )
    if programme.cadence is not None:
        plan.begin(programme.window, zone, now)
    uow.add(plan)
    await uow.numbered()
    if programme.cadence is None:
        window = programme.event_window(key, at)
        visit = open_visit(plan.id or 0, household_id, programme.key, window, programme.slots)
        visit.changed_at, visit.next_at = now, max(now, window.opens_at)
        await uow.visits.give([visit])


async def _let_off(uow: UnitOfWork, visit: Visit, now: datetime) -> None:
    told = visit.stop(now)
    visit.next_at = None
    uow.touch(f"visit:{visit.id}")
    people = await uow.members.many([hold.member_id for hold in told]) if told else {}
    for person in people.values():
        if person.reachable:
            dedupe = f"visit-let-off:{visit.id}:{person.id}"
            uow.say(person.telegram_id, "visit-let-off", dedupe=dedupe, now=now)


def _must(uow: UnitOfWork, by: Member, event: str, place: Place) -> None:
    if event in uow.playbook.visits.arrivals:
        must(by, Verb.SEND_VISIT, Subject(place=place.public))
    else:
        must(by, Verb.PLAN_VISITS)
