"""Who has to do with a search: at the door, of the family, sent to look, or of the office."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.household import Relation, Relative
from bot.domain.member import Member
from bot.domain.rights import Verb, may
from bot.domain.visit import Unanswered
from bot.storage.searches import Searches
from bot.storage.work import UnitOfWork


class Part(StrEnum):
    """What somebody is to a search, and the card they have of it."""

    DOOR = "door"
    KIN = "door_kin"
    LOOK = "door_look"
    OFFICE = "door_call"


async def parts_of(uow: UnitOfWork, state: Unanswered, person: Member | None) -> frozenset[Part]:
    """None of them: it is not their business."""
    if person is None or person.id is None or not person.active:
        return frozenset()
    found = {Part.OFFICE} if may(person, Verb.TAKE_ALARM) else set()
    if person.id in await at_door(uow, state):
        found.add(Part.DOOR)
    if person.id in await family_at(uow, state.household_id):
        found.add(Part.KIN)
    looked = await Searches(uow.session).asked(state.id, Part.LOOK)
    if person.id not in state.refused and (state.going_id == person.id or person.telegram_id in looked):
        found.add(Part.LOOK)
    return frozenset(found)


async def at_door(uow: UnitOfWork, state: Unanswered) -> tuple[int, ...]:
    """Who knocked, and who went there with them."""
    first = () if state.holder_id is None else (state.holder_id,)
    if state.visit_id is None:
        return first
    visit = await uow.visits.get(state.visit_id)
    return tuple(dict.fromkeys((*first, *(hold.member_id for hold in visit.active))))


async def family_at(uow: UnitOfWork, household_id: int) -> tuple[int, ...]:
    """Who is family of somebody behind that door, with consent."""
    found = [link.family_id for link in await uow.kin.family_of(household_id=household_id)]
    for link in await uow.households.links(household_id):
        if link.relation is Relation.FAMILY:
            found.append(link.member_id)
        else:
            found += [one.family_id for one in await uow.kin.family_of(member_id=link.member_id)]
    return tuple(dict.fromkeys(found))


async def contacts_of(uow: UnitOfWork, household_id: int) -> list[Relative]:
    """Whom the roster says to call (紧急联系人): those with a number."""
    home = await uow.households.get(household_id)
    return [one for person in home.present for one in person.contacts if one.phones]


def card_of(parts: frozenset[Part]) -> Part:
    """The card of who is several things at once: nearest to the door."""
    return next(one for one in Part if one in parts)
