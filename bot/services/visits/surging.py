"""加看一轮: an extra round asked for by a coordinator; each household has one visit of it, through the same loop as all."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cadence import Window
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Programme
from bot.domain.rights import Verb, must
from bot.domain.visit.surge import PROGRAMME, SOON, Surge
from bot.services.visits.asides import asked_of, away
from bot.services.visits.giving import give_round
from bot.storage.pauses import Pauses
from bot.storage.surges import Surges
from bot.storage.work import UnitOfWork

SLICE = 200
"""Households of one transaction."""


async def open_surge(uow: UnitOfWork, *, by: Member, now: datetime) -> Surge:
    """/surge: put together by buttons. Raises RuleError without the right, and where the playbook has no such visits."""
    must(by, Verb.PLAN_VISITS)
    _programme(uow)
    surge = Surge(by.id or 0, now)
    uow.add(surge)
    await uow.numbered()
    return surge


async def press_surge(uow: UnitOfWork, surge_id: int, what: str, value: int | str, *, by: Member) -> Surge:
    """A reason, a kind of household or a building more or less, or the next question. Raises RuleError as `Surge` does."""
    must(by, Verb.PLAN_VISITS)
    surge = await Surges(uow.session).get(surge_id, lock=True)
    if what == "reason":
        surge.choose(str(value))
    elif what == "category":
        surge.toggle_category(_kind(uow, str(value)))
    elif what == "place":
        surge.toggle_place(await _place(uow, int(value)))
    else:
        surge.go_on()
    uow.touch(f"surge:{surge.id}")
    return surge


async def start_surge(uow: UnitOfWork, surge_id: int, days: int, *, by: Member, now: datetime) -> Surge:
    """The visits are given a slice at a time, and every coordinator gets the board. Raises RuleError as `Surge` does."""
    must(by, Verb.PLAN_VISITS)
    surge = await Surges(uow.session).get(surge_id, lock=True)
    surge.start(days, uow.playbook.zone, now)
    for person in await uow.members.reachable_coordinators():
        if person.id != by.id:
            uow.place("surge", surge.id, person.telegram_id, subject=f"surge:{surge.id}", now=now)
    uow.touch(f"surge:{surge.id}")
    uow.record("surge_started", f"surge:{surge.id}", now=now, by=by.id, reason=str(surge.reason))
    return surge


async def end_surge(uow: UnitOfWork, surge_id: int, *, by: Member, now: datetime) -> None:
    """结束: what nobody did yet need not be done; it is not missed. Raises RuleError when it does not run."""
    must(by, Verb.PLAN_VISITS)
    surge = await Surges(uow.session).get(surge_id, lock=True)
    surge.end(now)
    for visit in await Surges(uow.session).visits_of(surge):
        asked = asked_of(visit)
        told = await uow.members.many([hold.member_id for hold in visit.stop(now)])
        for person in told.values():
            if person.reachable:
                uow.say(
                    person.telegram_id, "surge-let-off", dedupe=f"surge_off:{visit.id}:{person.id}", now=now
                )
        away(uow, visit, asked)
    await _close(uow, surge, now, by.id)


async def move_surges(uow: UnitOfWork, *, now: datetime) -> bool:
    """Visits for the next households; boards whose visits moved; rounds whose time is over. True: there may be more."""
    surges, more = Surges(uow.session), False
    for surge in await surges.running():
        if surge.until_at is not None and now >= surge.until_at:
            surge.end(now)
            await _close(uow, surge, now, None)
            continue
        if surge.cursor is not None:
            more = await _give_slice(uow, surge, now) or more
        changed = await surges.changed(surge)
        if changed is not None and (surge.shown_at is None or changed > surge.shown_at):
            surge.shown_at = changed
            uow.touch(f"surge:{surge.id}")
    return more


async def look_in_soon(uow: UnitOfWork, household_id: int, *, by: Member, now: datetime) -> None:
    """One household within 24 hours, once a day. Raises RuleError without the right, while away, and when given already."""
    must(by, Verb.PLAN_VISITS)
    await uow.households.get(household_id)
    if await Pauses(uow.session).away([household_id]):
        raise RuleError("no-paused-already")
    key = f"soon.{uow.playbook.day(now)}"
    if not await uow.occurrences.first(f"{key}:{household_id}", now):
        raise RuleError("no-soon-already")
    await give_round(uow, _programme(uow), [household_id], Window(key, now, now + SOON, now + SOON), now)
    uow.record("visit_soon", f"household:{household_id}", now=now, by=by.id)


async def _give_slice(uow: UnitOfWork, surge: Surge, now: datetime) -> bool:
    found = await Surges(uow.session).meant(surge, SLICE)
    await give_round(uow, _programme(uow), found, surge.window(), now)
    surge.cursor = found[-1] if len(found) == SLICE else None
    surge.shown_at = None
    return surge.cursor is not None


async def _close(uow: UnitOfWork, surge: Surge, now: datetime, by: int | None) -> None:
    await Surges(uow.session).close_plans(surge.key, now)
    uow.touch(f"surge:{surge.id}")
    uow.record("surge_ended", f"surge:{surge.id}", now=now, by=by)


def _programme(uow: UnitOfWork) -> Programme:
    found = uow.playbook.visits.programme(PROGRAMME)
    if found is None:
        raise RuleError("no-surge-here")
    return found


def _kind(uow: UnitOfWork, key: str) -> str:
    known = {one.key for one in uow.playbook.household_categories if not one.hidden_from_volunteers}
    if key not in known:
        raise RuleError("no-stale-button")
    return key


async def _place(uow: UnitOfWork, index: int) -> str:
    places = await Surges(uow.session).buildings()
    if not 0 <= index < len(places):
        raise RuleError("no-stale-button")
    return "|".join(places[index])
