"""Who goes and when, said by themselves; and what came of it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Outcome, Visit, VisitHold, VisitPlan
from bot.domain.visit.asking import SOON, evening_before, is_daytime, morning_after
from bot.services.visits.knowing import is_known, must_be_asked
from bot.services.visits.listing import touch_rounds
from bot.services.visits.lone import end_with_visit
from bot.services.visits.telling import tell_at_door
from bot.services.visits.visiting import look_again
from bot.storage.work import UnitOfWork


async def claim_visit(
    uow: UnitOfWork, visit_id: int, promised_at: datetime, *, by: Member, now: datetime
) -> Visit:
    """认领 with a time. The holder gets name and door in private; reminders follow; the family is told.

    Raises RuleError when others go, when over, for a time outside the window, and as `must_be_asked` does.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    await must_be_asked(uow, visit, by, now=now)
    if not by.reachable:
        raise RuleError("no-start-first")
    newcomer = not await uow.visits.has_visited(by.id) and not await is_known(uow, visit, by)
    hold = visit.claim(by.id or 0, by.name, promised_at, now, newcomer=newcomer)
    await uow.numbered()
    uow.place(
        "visit_details", visit.id, by.telegram_id, subject=f"visit:{visit.id}", now=now,
        priority=Priority.ANSWER, round_=hold.id or 0,
    )  # fmt: skip
    uow.looked("visit", f"household:{visit.household_id}", by=by.id, now=now)
    _remind(uow, visit, hold, by, now)
    await _tell_family(uow, visit, hold, now)
    await _moved(uow, visit, by, "visit_claimed", now)
    return visit


async def postpone_visit(
    uow: UnitOfWork, visit_id: int, promised_at: datetime, *, by: Member, now: datetime
) -> Visit:
    """改时间, once. Raises RuleError the second time, outside the window, and when not theirs."""
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    hold = visit.postpone(by.id or 0, promised_at, now)
    _remind(uow, visit, hold, by, now)
    await _tell_family(uow, visit, hold, now)
    await _moved(uow, visit, by, "visit_postponed", now)
    return visit


async def keep_promise(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> None:
    """是，我去. Raises RuleError when not theirs any more."""
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    visit.still_going(by.id or 0, now)
    await _moved(uow, visit, by, "visit_still", now)


async def hand_back_visit(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> None:
    """这周去不了, 我去不了: others are asked at once. Who was only asked is not asked again. Raises RuleError when over."""
    visit = await uow.visits.get(visit_id, lock=True)
    held = visit.held_by(by.id) is not None
    if held:
        visit.release(by.id or 0, now)
        await _tell_off(uow, visit, now)
    else:
        await must_be_asked(uow, visit, by, now=now)
        if not visit.is_waiting:
            raise RuleError("no-visit-over")
    visit.tried = tuple(dict.fromkeys((*visit.tried, by.id or 0)))
    plan = await uow.visits.plan(visit.plan_id)
    if held or (visit.rung == 0 and all(one.member_id in visit.tried for one in plan.helpers)):
        visit.rung_at = None  # the next are asked at once
    await _moved(uow, visit, by, "visit_handed_back", now)


async def tell_outcome(
    uow: UnitOfWork, visit_id: int, outcome: Outcome, *, by: Member, now: datetime
) -> bool:
    """见到了, 打电话联系上了, 不想见. False where a call was not enough this time.

    Raises RuleError when not theirs, and when over.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    plan = await uow.visits.plan(visit.plan_id, lock=True)
    enough = _tell(visit, plan, outcome, by, now)
    await end_with_visit(uow, visit, by, now)
    await tell_at_door(uow, visit, by, now)
    await _moved(uow, visit, by, "visit_told", now)
    return enough


def _tell(visit: Visit, plan: VisitPlan, outcome: Outcome, by: Member, now: datetime) -> bool:
    who, enough = by.id or 0, True
    if outcome is Outcome.MET:
        visit.meet(who, now)
    elif outcome is Outcome.PHONED:
        enough = visit.phone(who, now, phoned_last=plan.phoned_last)
    elif outcome is Outcome.REFUSED:
        visit.turn_away(who, now)
    else:
        raise RuleError("no-stale-button")
    plan.note(outcome, now)
    return enough


def _remind(uow: UnitOfWork, visit: Visit, hold: VisitHold, by: Member, now: datetime) -> None:
    """19:00 the evening before and an hour ahead; a card that has become wrong meanwhile is never sent."""
    if hold.promised_at is None:
        return
    evening = evening_before(hold.promised_at, uow.playbook.zone)
    for card, at in (("visit_evening", evening), ("visit_soon", hold.promised_at - SOON)):
        if at > now:
            uow.place(
                card, visit.id, by.telegram_id, subject=f"visit:{visit.id}", now=now,
                priority=Priority.REMINDER, round_=int(hold.promised_at.timestamp()), not_before=at,
            )  # fmt: skip


async def _tell_family(uow: UnitOfWork, visit: Visit, hold: VisitHold, now: datetime) -> None:
    links = await uow.kin.family_of(household_id=visit.household_id)
    people = await uow.members.many([link.family_id for link in links]) if links else {}
    for person in people.values():
        if person.reachable and person.id != hold.member_id:
            dedupe = f"visit-family:{visit.id}:{hold.id}:{person.id}:{hold.promised_at}"
            uow.say(
                person.telegram_id, "visit-family", dedupe=dedupe, now=now, name=hold.name, at=hold.promised_at,
                not_before=_by_day(uow, now),
            )  # fmt: skip


async def _tell_off(uow: UnitOfWork, visit: Visit, now: datetime) -> None:
    links = await uow.kin.family_of(household_id=visit.household_id)
    people = await uow.members.many([link.family_id for link in links]) if links else {}
    for person in people.values():
        if person.reachable:
            dedupe = f"visit-family-off:{visit.id}:{visit.version}:{person.id}"
            not_before = _by_day(uow, now)
            uow.say(person.telegram_id, "visit-family-off", dedupe=dedupe, now=now, not_before=not_before)


def _by_day(uow: UnitOfWork, now: datetime) -> datetime | None:
    """What can wait is told when people are awake."""
    zone = uow.playbook.zone
    return None if is_daytime(now, zone) else morning_after(now, zone)


async def _moved(uow: UnitOfWork, visit: Visit, by: Member, kind: str, now: datetime) -> None:
    look_again(uow, visit)
    await touch_rounds(uow, visit, by)
    uow.touch(f"visit:{visit.id}")
    uow.record(kind, f"visit:{visit.id}", now=now, by=by.id)
