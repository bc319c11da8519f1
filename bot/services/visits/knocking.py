"""敲门没人应: what those who are called press, and the word that ends it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import (
    Found,
    Outcome,
    Owner,
    Press,
    Sign,
    Stage,
    Unanswered,
    VisitState,
    contact_of,
)
from bot.services.visits.search_telling import search_moved, tell_all, tell_over, tell_who_comes, visit_of
from bot.services.visits.searching import step_search
from bot.services.visits.visiting import look_again
from bot.storage.searchers import Part, parts_of
from bot.storage.searches import Searches, subject_of
from bot.storage.work import UnitOfWork


async def press_search(
    uow: UnitOfWork, search_id: int, press: Press, stage: int, *, by: Member, now: datetime
) -> Unanswered:
    """A press that does not end it; what follows is done at once. `stage`: what the pressed button asked about.

    Raises RuleError without the right, when over, when taken already, and when it has gone on since.
    """
    state = await Searches(uow.session).get(search_id, lock=True)
    parts = await parts_of(uow, state, by)
    if press is Press.TAKE:
        must(by, Verb.TAKE_ALARM)
    else:
        must(by, Verb.SEARCH, Subject(own=bool(parts)))
    if not state.is_over:
        _check(state, press, stage, parts, by)
    state.press(press, by.id or 0, by.name, now)
    if press in (Press.TAKE, Press.COMING):
        uow.looked("search", f"household:{state.household_id}", by=by.id, now=now)
        await tell_who_comes(uow, state, press, by, now)
    await step_search(uow, state, now=now, by=by)
    search_moved(uow, state, by, f"search_{press}", now)
    return state


async def hear_sign(uow: UnitOfWork, search_id: int, sign: Sign, *, by: Member, now: datetime) -> None:
    """水声, 电视声, 呼救, 异味: goes into the words for 110 and 120. Raises RuleError without the right, and when over."""
    state = await Searches(uow.session).get(search_id, lock=True)
    must(by, Verb.SEARCH, Subject(own=bool(await parts_of(uow, state, by))))
    state.hear(sign, now)
    uow.touch(subject_of(state.id))


async def end_search(
    uow: UnitOfWork, search_id: int, found: Found, *, by: Member, now: datetime
) -> Unanswered:
    """A person's word on how she was found: nothing else ends it. Visit and plan know; whoever was called is told.

    Raises RuleError without the right, and the second time.
    """
    state = await Searches(uow.session).get(search_id, lock=True)
    parts = await parts_of(uow, state, by)
    must(by, Verb.SEARCH, Subject(own=bool(parts)))
    state.end(found, by.id or 0, now)
    contact = contact_of(found, seen=bool(parts - {Part.KIN}))
    visit = await visit_of(uow, state)
    if visit is None and contact is not None:
        for plan in await uow.visits.plans_of(state.household_id):
            plan.note(contact, now)
    elif visit is not None:
        plan = await uow.visits.plan(visit.plan_id, lock=True)
        enough = contact is not Outcome.PHONED or not plan.phoned_last
        if contact is not None:
            plan.note(contact, now)
        if visit.state is VisitState.NO_ANSWER:
            visit.found(now, enough=enough)
            if visit.is_waiting:
                look_again(uow, visit)
    await tell_over(uow, state, by, now)
    search_moved(uow, state, by, "search_over", now)
    return state


async def resume_search(uow: UnitOfWork, search_id: int, *, by: Member, now: datetime) -> None:
    """还在找: the word that ended it was a wrong press; the next is asked at once. Raises RuleError as the rule does."""
    state = await Searches(uow.session).get(search_id, lock=True)
    must(by, Verb.SEARCH, Subject(own=state.ended_by == by.id))
    state.resume(by.id or 0, now, uow.playbook.limits.undo)
    visit = await visit_of(uow, state)
    if visit is not None and (visit.is_waiting or visit.outcome is Outcome.NO_ANSWER):
        visit.search_again(state.holder_id or by.id or 0, now)
        visit.next_at = None
    await tell_all(uow, state, "search-again-told", "again", by, now)
    await step_search(uow, state, now=now)
    search_moved(uow, state, by, "search_resumed", now)


def _check(state: Unanswered, press: Press, stage: int, parts: frozenset[Part], by: Member) -> None:
    """Whose answer it is, and whether it still is one."""
    stale = RuleError("no-search-moved-on")
    going = state.going_id == by.id
    if press is Press.NOTHING_ODD and (Part.DOOR not in parts or state.stage is not Stage.DOOR):
        raise stale
    if press is Press.NOT_FOUND and not going:
        moves = state.owner in (Owner.HOLDER, Owner.FAMILY)
        if not parts & {Part.DOOR, Part.KIN, Part.OFFICE} or (moves and stage != state.stage):
            raise stale
    if press is Press.COMING and state.going_id is not None and not going:
        names = [one.by_name for one in state.tried if one.by_id == state.going_id]
        raise RuleError("no-already-claimed", by=names[-1] if names else "")
    if press is Press.CANNOT and not (going or state.taken_by == by.id or Part.LOOK in parts):
        raise stale
