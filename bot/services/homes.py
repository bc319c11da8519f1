"""Where somebody lives, as far as they said: chosen by button, or by the link on a building's door."""

from __future__ import annotations

from datetime import datetime

from bot.domain.door import place_of_door
from bot.domain.errors import RuleError
from bot.domain.member import Member, lives_at
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.rights import MINE, Verb, must
from bot.services.alerts import alert_coordinators
from bot.storage.nearby import household_of
from bot.storage.placements import Placements
from bot.storage.receipts import settle_receipts
from bot.storage.work import UnitOfWork


async def settle_home(uow: UnitOfWork, member: Member, place: Place, *, now: datetime) -> None:
    """They live there. Whoever moves to another building leaves unit and room behind.

    Raises RuleError for a place the playbook does not know (any more).
    """
    must(member, Verb.SELF, MINE)
    check_place(uow, place)
    if member.home.public != place.public:
        member.unit = member.room = None
    member.settle_at(place, now)
    await settle_receipts(uow.session, member.id or 0, place, await household_of(uow, member))
    uow.touch(f"member:{member.id}")


async def settle_newcomer(uow: UnitOfWork, member: Member, place: Place, *, now: datetime) -> bool:
    """They followed the link on a building's door. False, and nothing changed, where they live elsewhere: ask them.

    Raises RuleError for a place the playbook does not know (any more).
    """
    check_place(uow, place)
    if member.building is not None and not lives_at(member, place):
        return False
    await settle_home(uow, member, place, now=now)
    return True


async def keep_home(uow: UnitOfWork, member: Member, message_id: int, *, now: datetime) -> None:
    """They did not move: the question becomes the answer, and of a list that is wrong the coordinators hear.

    Raises RuleError where there is no such question.
    """
    shown = await uow.shown.card_at(member.telegram_id, message_id)
    if shown is None or shown["card"] not in ("move", "listed_home"):
        raise RuleError("no-stale-button")
    listed = place_of_door(uow.playbook, shown["ref"]) if shown["card"] == "listed_home" else None
    if listed is not None:
        said, there = (f"{one.compound}{one.building}" for one in (member.home, listed))
        dedupe = f"listed-home:{member.id}:{message_id}"
        await alert_coordinators(
            uow, "listed-home-stays", dedupe=dedupe, now=now, name=member.name, home=said, listed=there
        )
    await Placements(uow.session).turn(member.telegram_id, message_id, "home", member.id)
    uow.touch(f"member:{member.id}")


def check_place(uow: UnitOfWork, place: Place) -> None:
    """Raises RuleError unless the playbook knows that building, and that unit of it if one is named."""
    building = uow.playbook.building(place.compound, place.building)
    if building is None or (place.unit is not None and place.unit not in building.units):
        raise RuleError("no-such-place")


def numbered_place(playbook: Playbook, compound: int, building: int) -> Place:
    """The place a button names by its numbers in the playbook; `building` -1 is the whole compound.

    Raises RuleError for numbers the playbook does not have (any more).
    """
    if not 0 <= compound < len(playbook.compounds):
        raise RuleError("no-stale-button")
    found = playbook.compounds[compound]
    if building == -1:
        return Place(found.name)
    if not 0 <= building < len(found.buildings):
        raise RuleError("no-stale-button")
    return Place(found.name, found.buildings[building].name)
