"""A pause of visits: one person asks, a second agrees; nothing is paused by one alone."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Pause, PauseReason, VisitPlan
from bot.storage.care import CARE
from bot.storage.work import UnitOfWork


async def ask_pause(
    uow: UnitOfWork, household_id: int, reason: str, until_on: date | None, *, by: Member, now: datetime
) -> None:
    """All plans of the household; other coordinators are asked to agree. Raises RuleError without the right, and as
    `Pause` does."""
    must(by, Verb.PLAN_VISITS)
    if reason not in set(PauseReason):
        raise RuleError("no-stale-button")
    plans = await _running(uow, household_id)
    for plan in plans:
        plan.ask_pause(PauseReason(reason), by.id or 0, until_on, uow.playbook.visits, now, uow.playbook.zone)
    await _ask_second(uow, household_id, by, now)
    uow.touch(CARE)
    uow.record("pause_asked", f"household:{household_id}", now=now, by=by.id)


async def decide_pause(
    uow: UnitOfWork, household_id: int, *, agree: bool, by: Member, now: datetime
) -> list[Pause]:
    """同意 or 拒绝, by somebody else: another coordinator, or the family.

    Visits that fall into the pause need not be made; who had promised one is told. Raises RuleError for who asked,
    for a stranger, and when nothing waits.
    """
    family = await uow.kin.family_of(household_id=household_id)
    must(by, Verb.SECOND_PAUSE, Subject(own=any(link.family_id == by.id for link in family)))
    plans = [one for one in await _running(uow, household_id) if one.pause_asked]
    if not plans:
        raise RuleError("no-pause-over")
    pauses = []
    for plan in plans:
        asked = plan.pause_asked
        if not agree and asked is not None:
            asked.end(now)
            plan.changed_at = now
            continue
        pauses.append(plan.agree_pause(by.id or 0, now))
        await _let_off(uow, plan, pauses[-1], now)
    uow.touch(CARE)
    kind = "pause_agreed" if agree else "pause_refused"
    uow.record(kind, f"household:{household_id}", now=now, by=by.id)
    return pauses


async def resume_visits(uow: UnitOfWork, *, now: datetime) -> None:
    """After its last day a pause is over by itself."""
    for plan in await uow.visits.pauses_over(uow.playbook.day(now)):
        if plan.resume(uow.playbook.zone, now):
            uow.record("pause_over", f"household:{plan.household_id}", now=now)
            uow.touch(CARE)


async def _let_off(uow: UnitOfWork, plan: VisitPlan, pause: Pause, now: datetime) -> None:
    for visit in await uow.visits.waiting_of(plan.id):
        if pause.for_good:
            told = visit.stop(now)
        elif plan.pause is pause and pause.covers(visit.closes_at, uow.playbook.zone):
            told = visit.pause(now)
        else:
            continue
        visit.next_at = None
        people = await uow.members.many([hold.member_id for hold in told]) if told else {}
        for person in people.values():
            if person.reachable:
                dedupe = f"visit-let-off:{visit.id}:{person.id}"
                uow.say(person.telegram_id, "visit-let-off", dedupe=dedupe, now=now)
        uow.touch(f"visit:{visit.id}")


async def _ask_second(uow: UnitOfWork, household_id: int, by: Member, now: datetime) -> None:
    for person in await uow.members.reachable_coordinators():
        if person.id != by.id:
            uow.place(
                "care_home",
                household_id,
                person.telegram_id,
                subject=CARE,
                now=now,
                round_=int(now.timestamp()),
            )


async def _running(uow: UnitOfWork, household_id: int) -> list[VisitPlan]:
    plans = [one for one in await uow.visits.plans_of(household_id) if one.stopped_at is None]
    if not plans:
        raise RuleError("no-plan-over")
    return plans
