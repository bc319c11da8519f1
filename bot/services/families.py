"""A family's link is joined to the household it is about, so that its visits are told to the family."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.household import Relation
from bot.domain.kinship import Kinship
from bot.domain.place import Place
from bot.domain.triage.persons import may_mean
from bot.storage.work import UnitOfWork


async def join_household(uow: UnitOfWork, link: Kinship) -> bool:
    """By where the old person lives, and their name. Nothing where two households may be meant, or none is known."""
    if link.household_id is not None or not link.is_live:
        return False
    found = await _linked(uow, link.elder_id) or await _behind_the_door(uow, link)
    if len(found) != 1:
        return False
    link.household_id = found[0]
    uow.touch(f"kin:{link.id}")
    return True


async def join_all_of(uow: UnitOfWork, elder_id: int | None) -> None:
    """This old person has said by a code where they live."""
    for link in await uow.kin.live_of(elder_id):
        if link.elder_id == elder_id:
            await join_household(uow, link)


async def _linked(uow: UnitOfWork, elder_id: int | None) -> list[int]:
    """Where a household code says that they live."""
    if elder_id is None:
        return []
    homes = await uow.households.kin_of(elder_id)
    return [one.household_id for one in homes if one.relation is Relation.LIVES_THERE]


async def _behind_the_door(uow: UnitOfWork, link: Kinship) -> list[int]:
    """Households behind that door in which somebody has that name."""
    place, name = link.place, link.name
    elder = await uow.members.find(link.elder_id)
    if elder is not None:
        place, name = elder.home, elder.name
    doors = [await uow.households.at(one) for one in _doors(uow, place)]
    homes = await uow.households.many([one for one in doors if one is not None])
    return [one.id for one in homes if any(may_mean(name or "", who.name) for who in one.present)]


def _doors(uow: UnitOfWork, place: Place) -> Sequence[Place]:
    """The door itself; in a building with units, where none was said, that room of each."""
    building = uow.playbook.building(place.compound, place.building)
    if building is None or place.room is None:
        return ()
    units = (place.unit,) if place.unit or not building.units else building.units
    return [Place(place.compound, place.building, unit, place.room) for unit in units]
