"""敲门没人应, said by who stands there; what those who are called press; and the word that ends it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import (
    Found,
    Outcome,
    Owner,
    Press,
    Sign,
    Stage,
    Unanswered,
    Visit,
    VisitState,
    contact_of,
    start_unanswered,
)
from bot.services.visits.searching import step_search
from bot.services.visits.visiting import look_again
from bot.storage.care import CARE
from bot.storage.searchers import Part, at_door, parts_of
from bot.storage.searches import Searches, subject_of
from bot.storage.waits import WAITING
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
    state = start_unanswered(visit_id, visit.household_id, by.id, now, ill=await _is_ill(uow, visit))
    uow.add(state)
    await uow.numbered()
    uow.touch(f"visit:{visit.id}")
    uow.looked("search", f"household:{visit.household_id}", by=by.id, now=now)
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
    visit = await _visit(uow, state)
    if visit is not None and visit.state is VisitState.NO_ANSWER:
        visit.knock_mistaken(now)
        look_again(uow, visit)
    await _tell_over(uow, state, by, now)
    _moved(uow, state, by, "search_mistaken", now)


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
        await _tell_who_comes(uow, state, press, by, now)
    await step_search(uow, state, now=now, by=by)
    _moved(uow, state, by, f"search_{press}", now)
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
    visit = await _visit(uow, state)
    if visit is not None:
        plan = await uow.visits.plan(visit.plan_id, lock=True)
        enough = contact is not Outcome.PHONED or not plan.phoned_last
        if contact is not None:
            plan.note(contact, now)
        if visit.state is VisitState.NO_ANSWER:
            visit.found(now, enough=enough)
            if visit.is_waiting:
                look_again(uow, visit)
    await _tell_over(uow, state, by, now)
    _moved(uow, state, by, "search_over", now)
    return state


async def resume_search(uow: UnitOfWork, search_id: int, *, by: Member, now: datetime) -> None:
    """还在找: the word that ended it was a wrong press; the next is asked at once. Raises RuleError as the rule does."""
    state = await Searches(uow.session).get(search_id, lock=True)
    must(by, Verb.SEARCH, Subject(own=state.ended_by == by.id))
    state.resume(by.id or 0, now, uow.playbook.limits.undo)
    visit = await _visit(uow, state)
    if visit is not None and (visit.is_waiting or visit.outcome is Outcome.NO_ANSWER):
        visit.search_again(state.holder_id or by.id or 0, now)
        visit.next_at = None
    await _tell(uow, state, "search-again-told", "again", by, now)
    await step_search(uow, state, now=now)
    _moved(uow, state, by, "search_resumed", now)


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
    if press is Press.CANNOT and not (going or state.taken_by == by.id or Part.LOOK in parts):
        raise stale


async def _is_ill(uow: UnitOfWork, visit: Visit) -> bool:
    home = await uow.households.get(visit.household_id)
    ill = set(uow.playbook.visits.no_answer.ill)
    return any(ill & set(one.categories) for one in home.present)


async def _visit(uow: UnitOfWork, state: Unanswered) -> Visit | None:
    return None if state.visit_id is None else await uow.visits.get(state.visit_id, lock=True)


async def _tell_who_comes(
    uow: UnitOfWork, state: Unanswered, press: Press, by: Member, now: datetime
) -> None:
    """Who waits at the door hears that somebody has it, or is on the way."""
    key = "search-taken-told" if press is Press.TAKE else "search-coming-told"
    for person in (await uow.members.many(await at_door(uow, state))).values():
        if person.reachable and person.id != by.id:
            dedupe = f"search:{press}:{state.id}:{state.version}:{person.id}"
            uow.say(person.telegram_id, key, dedupe=dedupe, now=now, priority=Priority.DANGER, name=by.name)


async def _tell_over(uow: UnitOfWork, state: Unanswered, by: Member, now: datetime) -> None:
    key = "search-mistaken-told" if state.mistaken else "search-over-told"
    await _tell(uow, state, key, "over", by, now)


async def _tell(uow: UnitOfWork, state: Unanswered, key: str, mark: str, by: Member, now: datetime) -> None:
    """Everybody who was called, however long ago; the cards say more, to whom it is to be said."""
    home = await uow.households.get(state.household_id)
    building = home.place.building or home.place.compound or ""
    for chat in await Searches(uow.session).asked(state.id):
        if chat != by.telegram_id:
            dedupe = f"search:{mark}:{state.id}:{chat}:{int(now.timestamp())}"
            uow.say(chat, key, dedupe=dedupe, now=now, priority=Priority.DANGER, building=building)


def _moved(uow: UnitOfWork, state: Unanswered, by: Member, kind: str, now: datetime) -> None:
    uow.touch(subject_of(state.id))
    uow.touch(f"visit:{state.visit_id}")
    uow.touch(f"rounds:{state.holder_id}")
    uow.touch(WAITING)
    uow.touch(CARE)
    uow.record(kind, subject_of(state.id), now=now, by=by.id)
