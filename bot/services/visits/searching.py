"""The clock's part of 敲门没人应: who is asked next, at once and by night too, until a person says how she was found."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, may
from bot.domain.visit import Owner, Stage, Unanswered
from bot.services.telling import heads_of
from bot.storage.placements import Placements
from bot.storage.searchers import Part, at_door, contacts_of, family_at
from bot.storage.searches import Searches, subject_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

SLICE = 20
"""Searches of one transaction."""
_CARDS = {
    Owner.HOLDER: Part.DOOR,
    Owner.FAMILY: Part.KIN,
    Owner.BUILDING: Part.LOOK,
    Owner.COORDINATORS: Part.OFFICE,
    Owner.COORDINATOR: Part.OFFICE,
}


async def move_searches(uow: UnitOfWork, *, now: datetime) -> bool:
    """One step of each that is due, however long the clock stood still. True: there may be more."""
    due = await Searches(uow.session).due(now, SLICE)
    for state in due:
        await step_search(uow, state, now=now)
    return len(due) == SLICE


async def let_go_of_searches(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """Who took one and may not act any more: all coordinators are called again at once."""
    for state in await Searches(uow.session).open():
        if state.taken_by == member.id:
            state.give_back(now)
            await step_search(uow, state, now=now)


async def step_search(uow: UnitOfWork, state: Unanswered, *, now: datetime, by: Member | None = None) -> None:
    """What is due now, if anything. Whom a step would ask and cannot be reached is passed over at once.

    `by`: who has just pressed and has the card before them: it is edited, not sent again.
    """
    await _lose_absent(uow, state, now)
    times, zone = uow.playbook.visits.no_answer, uow.playbook.zone
    before = state.stage
    while (step := state.take_step(times, zone, now)) is not None:
        fresh = state.stage is not before
        calls = await _calls(uow, state, step.owner, fresh)
        others = [call for owner, _ in step.also for call in await _calls(uow, state, owner, fresh)]
        for card, person in {(card, one.id): (card, one) for card, one in [*calls, *others]}.values():
            await _show(uow, state, card, person, by, now)
        uow.record("search_step", subject_of(state.id), now=now, owner=str(step.owner), called=len(calls))
        if calls or step.owner not in (Owner.HOLDER, Owner.FAMILY):
            break
        state.skip(now)
    uow.touch(subject_of(state.id))
    uow.touch(WAITING)


async def _lose_absent(uow: UnitOfWork, state: Unanswered, now: datetime) -> None:
    """A coordinator who took it and is one no more, or cannot be written to, has it no longer."""
    if state.is_over or state.taken_by is None:
        return
    taker = await uow.members.find(state.taken_by)
    if taker is None or not taker.reachable or not may(taker, Verb.TAKE_ALARM):
        state.give_back(now)


async def _calls(uow: UnitOfWork, state: Unanswered, owner: Owner, fresh: bool) -> list[tuple[Part, Member]]:
    """Which card goes to whom, as far as they can be written to.

    For the family whom the roster names without Telegram, who stands at the door phones.
    """
    card = _CARDS[owner]
    if owner is Owner.HOLDER:
        people = await _known(uow, await at_door(uow, state))
    elif owner is Owner.FAMILY:
        people = await _known(uow, await family_at(uow, state.household_id))
        door = await _known(uow, await at_door(uow, state))
        phoned = door if await contacts_of(uow, state.household_id) else []
        return [*((card, one) for one in people), *((Part.DOOR, one) for one in phoned)]
    elif owner is Owner.BUILDING:
        people = await _sent(uow, state, fresh)
    elif owner is Owner.COORDINATOR:
        people = await _known(uow, (state.taken_by or 0,))
    else:
        people = await uow.members.reachable_coordinators()
    return [(card, one) for one in people]


async def _known(uow: UnitOfWork, numbers: tuple[int, ...]) -> list[Member]:
    known = await uow.members.many(numbers) if numbers else {}
    return [one for number in numbers if (one := known.get(number)) and one.reachable and one.active]


async def _sent(uow: UnitOfWork, state: Unanswered, fresh: bool) -> list[Member]:
    """依次递补: the building head, who looks after the building, the paired helpers: the next who was not asked yet.

    All of them again once everybody was asked; the first of them anew at a new stage.
    """
    home = await uow.households.get(state.household_id)
    people = await heads_of(uow, home.place)
    ids = [one.member_id for plan in await uow.visits.plans_of(state.household_id) for one in plan.helpers]
    people += await _known(uow, tuple(ids))
    taken = (*state.refused, *await at_door(uow, state))
    free = {one.id: one for one in people if one.reachable and one.active and one.id not in taken}
    if fresh and state.stage >= Stage.SECOND_KNOCK:
        return list(free.values())[:1]
    asked = await Searches(uow.session).asked(state.id, Part.LOOK)
    new = [one for one in free.values() if one.telegram_id not in asked]
    return new[:1] or list(free.values())


async def _show(
    uow: UnitOfWork, state: Unanswered, card: Part, person: Member, by: Member | None, now: datetime
) -> None:
    """At the bottom of their chat, in place of the one before."""
    places, chat = Placements(uow.session), person.telegram_id
    if by is not None and by.id == person.id and await places.shows(card, state.id, chat):
        return
    round_ = int(now.timestamp())
    for message_id in await places.take_down(card, chat, now, ref=state.id, before_round=round_):
        uow.delete_message(chat, message_id, now=now)
    uow.place(
        card, state.id, chat, subject=subject_of(state.id), now=now,
        priority=Priority.DANGER, round_=round_,
    )  # fmt: skip
