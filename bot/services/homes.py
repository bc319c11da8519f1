"""Where somebody lives, as far as they said: chosen by button, or by the link on a building's door."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.storage.work import UnitOfWork


async def settle_home(uow: UnitOfWork, member: Member, place: Place, *, now: datetime) -> None:
    """They live there. Whoever moves to another building leaves unit and room behind.

    Raises RuleError for a place the playbook does not know (any more).
    """
    check_place(uow, place)
    if member.home.public != place.public:
        member.unit = member.room = None
    member.settle_at(place, now)
    uow.touch(f"member:{member.id}")


async def settle_newcomer(uow: UnitOfWork, member: Member, place: Place, *, now: datetime) -> bool:
    """They followed the link on a building's door. Somebody who lives elsewhere only passed by: False.

    Raises RuleError for a place the playbook does not know (any more).
    """
    check_place(uow, place)
    if member.building is not None and member.home.public != place.public:
        return False
    await settle_home(uow, member, place, now=now)
    return True


def check_place(uow: UnitOfWork, place: Place) -> None:
    """Raises RuleError unless the playbook knows that building, and that unit of it if one is named."""
    building = uow.playbook.building(place.compound, place.building)
    if building is None or (place.unit is not None and place.unit not in building.units):
        raise RuleError("no-such-place")
