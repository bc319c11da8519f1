"""A household is looked at: by whom and when is kept."""

from __future__ import annotations

from datetime import datetime

from bot.domain.charge import building_number
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.storage.care import CareList
from bot.storage.work import UnitOfWork


async def find_household(uow: UnitOfWork, place: Place, *, by: Member, now: datetime) -> int:
    """The number of the household behind that door. Raises RuleError without the right, or where none is known.

    Who looks for somebody and finds nobody has looked too: in which building is kept, not behind which door.
    """
    must(by, Verb.HOUSEHOLD)
    found = await uow.households.at(place)
    if found is None:
        building = uow.playbook.building(place.compound, place.building)
        where = f"building:{building_number(uow.playbook, place.public)}" if building else "household:0"
        uow.looked("household", where, by=by.id, now=now)
        raise RuleError("no-such-household")
    uow.looked("household", f"household:{found}", by=by.id, now=now)
    return found


async def forget_household(uow: UnitOfWork, number: int, *, by: int | None, now: datetime) -> None:
    """Its key is destroyed: who lived there, and behind which door, can be read no more. Links to it end."""
    for link in await uow.households.links(number):
        link.ended_at = link.changed_at = now
    await uow.kin.unjoin(number)
    await uow.codes.void(household_id=number)
    await CareList(uow.session).forget(number, now)
    await uow.households.forget(number, now)
    uow.record("household_forgotten", f"household:{number}", now=now, by=by)
    uow.touch(f"household:{number}")
