"""Moved, died, refused for good: two people say so, everything stops, and nobody is reminded ever again."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.rights import MINE, Verb, must
from bot.domain.visit import CallState, Pause, VisitState
from bot.services.visits.asides import asked_of, away, paired_with, quietly
from bot.services.visits.visiting import look_again
from bot.storage.calls import CALLS
from bot.storage.care import CARE
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork


async def stop_visits(uow: UnitOfWork, pause: Pause, now: datetime) -> None:
    """Every plan ends, every visit and call of theirs is off; one quiet notice to helpers, holders and family."""
    pauses = Pauses(uow.session)
    for other in await pauses.of(pause.household_id or 0):
        if other is not pause and other.holds and not other.for_good:
            other.come_back(now)
    for plan in await uow.visits.plans_of(pause.household_id or 0):
        if plan.stopped_at is None:
            plan.stop(now)
    holders: set[int] = set()
    for visit in await pauses.waiting(pause.household_id):
        asked = asked_of(visit)
        holders |= {hold.member_id for hold in visit.stop(now)}
        away(uow, visit, asked)
    for call in await pauses.calls(pause.household_id, CallState.OPEN, CallState.TAKEN):
        call.drop(now)
    uow.touch(CALLS)
    asker = await uow.members.find(pause.by_id)
    await quietly(uow, "pause_ask", pause, [asker] if asker else [], now)
    await quietly(uow, "visits_stopped", pause, await _concerned(uow, pause, holders), now)


async def undo_stop(uow: UnitOfWork, pause_id: int, *, by: Member, now: datetime) -> bool:
    """撤销, by the same two within two hours: the first asks the other. True once it is as it was before.

    Raises RuleError for anybody else, twice by one, and later.
    """
    must(by, Verb.SECOND_PAUSE, MINE)
    pause = await Pauses(uow.session).get(pause_id, lock=True)
    at, done = pause.agreed_at, pause.undo(by.id or 0, now)
    if done and at is not None:
        await _go_on(uow, pause, at, now)
    kind = "stop_undone" if done else "stop_undo_asked"
    uow.record(kind, f"household:{pause.household_id}", now=now, by=by.id)
    uow.touch(f"pause:{pause.id}")
    uow.touch(CARE)
    return done


async def _go_on(uow: UnitOfWork, pause: Pause, at: datetime, now: datetime) -> None:
    pauses, book = Pauses(uow.session), uow.playbook
    for plan in await pauses.stopped_at(pause.household_id, at):
        programme = book.visits.programme(plan.programme)
        if programme is not None:
            plan.go_on(programme.window, book.zone, now)
    for visit in await pauses.put_aside(pause.household_id, now):
        if visit.state is VisitState.STOPPED and visit.ended_at == at and visit.may_reopen(now):
            visit.reopen(now)
            look_again(uow, visit)
            uow.touch(f"visit:{visit.id}")
    for call in await pauses.calls(pause.household_id, CallState.NEEDLESS):
        if call.ended_at == at:
            call.open_again(now)
    uow.touch(CALLS)


async def _concerned(uow: UnitOfWork, pause: Pause, holders: set[int]) -> list[Member]:
    """Who would otherwise wonder: the helpers, who had promised to go, and the family; not the two who know."""
    links = await uow.kin.family_of(household_id=pause.household_id)
    known = await uow.members.many([*holders, *(link.family_id for link in links)])
    people = {one.id: one for one in [*await paired_with(uow, pause.household_id), *known.values()]}
    return [one for number, one in people.items() if number not in (pause.by_id, pause.second_id)]
