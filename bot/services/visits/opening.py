"""敲门没人应 begins: at the door, or by a telephone nobody answers; and a wrong press is undone."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import (
    Unanswered,
    Visit,
    VisitState,
    start_unanswered,
)
from bot.services.visits.search_telling import search_moved, tell_over, visit_of
from bot.services.visits.searching import step_search
from bot.services.visits.visiting import look_again
from bot.storage.calls import CALLS, Calls
from bot.storage.searchers import at_door
from bot.storage.searches import Searches, subject_of
from bot.storage.work import UnitOfWork


async def open_search(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> Unanswered:
    """敲门没人应: begins at once. Who went along, or presses again, gets the search that goes on.

    Raises RuleError when the visit is not theirs, and when it is over.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    known = await Searches(uow.session).of_visit(visit_id)
    if known is not None and by.id in await at_door(uow, known):
        return known
    visit.knock_unanswered(by.id or 0, now)
    visit.next_at = None
    state = start_unanswered(
        visit_id, visit.household_id, by.id, now, ill=await is_ill(uow, visit.household_id)
    )
    uow.add(state)
    await uow.numbered()
    uow.touch(f"visit:{visit.id}")
    uow.looked("search", f"household:{visit.household_id}", by=by.id, now=now)
    uow.record("search_opened", subject_of(state.id), now=now, by=by.id)
    await step_search(uow, state, now=now)
    return state


async def open_after_call(uow: UnitOfWork, call_id: int, *, by: Member, now: datetime) -> Unanswered:
    """没人接: nobody answers the call after a missed visit either; the family is asked at once.

    Raises RuleError when the call is not theirs.
    """
    must(by, Verb.CALL_AFTER)
    call = await Calls(uow.session).get(call_id)
    call.finish(by.id or 0, False, None, now)
    state = start_unanswered(None, call.household_id, None, now, ill=await is_ill(uow, call.household_id))
    uow.add(state)
    await uow.numbered()
    uow.touch(CALLS)
    uow.record("search_opened", subject_of(state.id), now=now, by=by.id)
    await step_search(uow, state, now=now)
    return state


async def at_whose_door(uow: UnitOfWork, by: Member) -> list[Visit]:
    """Whose door they may mean: where a search goes on, else whatever they have promised to visit."""
    for state in await Searches(uow.session).open():
        if state.visit_id is not None and by.id in await at_door(uow, state):
            return [await uow.visits.get(state.visit_id)]
    return [one for one in await uow.visits.held_by(by.id) if one.held_by(by.id) is not None]


async def undo_search(uow: UnitOfWork, search_id: int, *, by: Member, now: datetime) -> None:
    """按错了, within the minute: the visit is as it was; whoever was called is told. Raises RuleError as the rule does."""
    state = await Searches(uow.session).get(search_id, lock=True)
    must(by, Verb.SEARCH, Subject(own=state.holder_id == by.id))
    state.withdraw(by.id or 0, now, uow.playbook.limits.undo)
    visit = await visit_of(uow, state)
    if visit is not None and visit.state is VisitState.NO_ANSWER:
        visit.knock_mistaken(now)
        look_again(uow, visit)
    await tell_over(uow, state, by, now)
    search_moved(uow, state, by, "search_mistaken", now)


async def is_ill(uow: UnitOfWork, household_id: int) -> bool:
    """Does somebody live there for whom the building head is asked at once?"""
    home = await uow.households.get(household_id)
    ill = set(uow.playbook.visits.no_answer.ill)
    return any(ill & set(one.categories) for one in home.present)
