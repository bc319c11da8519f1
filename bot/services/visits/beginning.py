"""What begins with an event in a life: 三必到 (somebody arrives within a day), in hospital, out of work, a return."""

from __future__ import annotations

from datetime import date, datetime, timedelta

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
    if not uow.playbook.visits.programmes_at(event):
        raise RuleError("no-stale-button")
    begun = await start_event(uow, household_id, event, at, by=by.id, now=now)
    if not begun:
        raise RuleError("no-event-begun")
    return begun


async def start_event(
    uow: UnitOfWork,
    household_id: int,
    event: str,
    at: datetime,
    *,
    by: int | None,
    now: datetime,
    until: date | None = None,
) -> list[Programme]:
    """The same, where nobody is asked whether they may: a case or a pause calls for it. [] the second time on one day.

    `until`: its last day, where that is known. What the household is visited for anyway is not begun twice.
    """
    key, plans = f"{event}:{uow.playbook.day(at)}", await uow.visits.plans_of(household_id)
    if any(plan.event_key == key for plan in plans):
        return []
    running = {plan.programme for plan in plans if plan.stopped_at is None and not plan.event_key}
    programmes = [one for one in uow.playbook.visits.programmes_at(event) if one.key not in running]
    for programme in programmes:
        await _begin(uow, household_id, programme, key, at, now, until)
    uow.touch(CARE)
    uow.record("event_begun", f"household:{household_id}", now=now, by=by, event=event)
    return programmes


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
    await finish_plan(uow, plan, by=by.id, now=now)
    return plan


async def finish_plan(uow: UnitOfWork, plan: VisitPlan, *, by: int | None, now: datetime) -> None:
    """What it began with is over; who had said they would go is told."""
    plan.stop(now)
    for visit in await uow.visits.waiting_of(plan.id):
        if visit.is_waiting:
            await _let_off(uow, visit, now)
    uow.touch(CARE)
    uow.record("event_over", f"household:{plan.household_id}", now=now, by=by)


async def _begin(
    uow: UnitOfWork,
    household_id: int,
    programme: Programme,
    key: str,
    at: datetime,
    now: datetime,
    until: date | None,
) -> None:
    zone = uow.playbook.zone
    day = at.astimezone(zone).date()
    plan = VisitPlan(
        household_id, programme.key, programme.cadence or once(day), "", now, event_key=key,
        ends_on=until,
    )  # fmt: skip
    if programme.cadence is not None and (at > now or programme.categories):
        plan.begin_after(at, programme.window, zone, now)  # what comes before it has visits of its own
    elif programme.cadence is not None:
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
