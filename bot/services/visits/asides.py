"""Visits are put aside while nobody is there, and taken up again on the day, each with one quiet word."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.task import HoldState
from bot.domain.visit import Pause, Visit
from bot.domain.visit.asking import is_daytime, morning_after
from bot.services.visits.visiting import look_again
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork


async def lay_aside(uow: UnitOfWork, pause: Pause, now: datetime) -> None:
    """Two have agreed: at once nobody need go, and who had said they would is told once."""
    told: dict[int, Visit] = {}
    plans = await uow.visits.plans_of(pause.household_id or 0)
    there = {plan.id for plan in plans if plan.event == pause.reason}
    for visit in await Pauses(uow.session).waiting(pause.household_id):
        if visit.plan_id in there:
            continue
        asked = asked_of(visit)
        for hold in visit.pause(now):
            told[hold.member_id] = visit
        away(uow, visit, asked)
    people = await uow.members.many(list(told)) if told else {}
    for person in people.values():
        if person.reachable and person.id != pause.by_id:
            dedupe = f"visit-let-off:{pause.id}:{person.id}"
            uow.say(person.telegram_id, "visit-let-off", dedupe=dedupe, now=now)


async def take_up(uow: UnitOfWork, pause: Pause, now: datetime) -> None:
    """It is over: what can still be done in its window begins anew, and the paired helpers hear one quiet word."""
    for visit in await Pauses(uow.session).put_aside(pause.household_id, now):
        if visit.may_reopen(now):
            visit.reopen(now)
            look_again(uow, visit)
            uow.touch(f"visit:{visit.id}")
    await quietly(uow, "visits_resumed", pause, await paired_with(uow, pause.household_id), now)


async def paired_with(uow: UnitOfWork, household_id: int | None) -> list[Member]:
    """The household's own helpers, also of plans that have ended."""
    plans = await uow.visits.plans_of(household_id or 0)
    ids = list(dict.fromkeys(one.member_id for plan in plans for one in plan.helpers))
    return list((await uow.members.many(ids)).values()) if ids else []


async def quietly(uow: UnitOfWork, card: str, pause: Pause, people: list[Member], now: datetime) -> None:
    """One card without a sound, by day; `card` says nothing any more once it is not so."""
    zone = uow.playbook.zone
    later = None if is_daytime(now, zone) else morning_after(now, zone)
    for person in people:
        if person.reachable:
            uow.place(
                card, pause.id, person.telegram_id, subject=f"pause:{pause.id}", now=now,
                priority=Priority.REMINDER, not_before=later,
            )  # fmt: skip


def away(uow: UnitOfWork, visit: Visit, asked: set[int]) -> None:
    """The clock need not look at it any more; whatever shows it is shown anew, also the lists of `asked`."""
    visit.next_at = None
    uow.touch(f"visit:{visit.id}")
    for number in asked:
        uow.touch(f"rounds:{number}")


def asked_of(visit: Visit) -> set[int]:
    """Everybody on whose list it may stand."""
    live = (HoldState.HOLDING, HoldState.ASKED)
    return {*visit.tried, *(hold.member_id for hold in visit.holds if hold.state in live)}
