"""A charge 职责: one duty of a building's 两长四员, or a grid worker's, and who holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.role import Ward


@dataclass
class Charge:
    """`building` None: the whole compound. Without Telegram they have a `name` only. `phone`: only where they wish."""

    duty: str
    compound: str
    building: str | None
    since: datetime
    member_id: int | None = None
    name: str | None = None
    hours: str | None = None
    phone: str | None = None
    phone_shown: bool = False
    by_id: int | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """Where it holds."""
        return Place(self.compound, self.building)

    def end(self, now: datetime) -> None:
        """Holds no longer. Raises RuleError the second time."""
        if self.ended_at is not None:
            raise RuleError("no-charge-over")
        self.ended_at = self.changed_at = now

    def say_hours(self, hours: str, now: datetime) -> None:
        """When they can be reached, in their own words."""
        self.hours, self.changed_at = hours, now

    def show_phone(self, phone: str | None, now: datetime) -> None:
        """Neighbours may read this number; None: no number."""
        self.phone, self.phone_shown, self.changed_at = phone, phone is not None, now


def building_number(book: Playbook, place: Place) -> int:
    """A building as one number: its compound's place in the playbook × 1000 + its own, from 1; 0 for the whole.

    Raises RuleError for a place the playbook does not have (any more).
    """
    for number, compound in enumerate(book.compounds):
        if compound.name == place.compound:
            names = [building.name for building in compound.buildings]
            if place.building is None:
                return number * 1000
            if place.building in names:
                return number * 1000 + names.index(place.building) + 1
    raise RuleError("no-such-place")


def place_numbered(book: Playbook, number: int) -> Place:
    """The other way round. Raises RuleError for a number no building has."""
    compound, building = divmod(number, 1000)
    if not 0 <= compound < len(book.compounds) or building > len(book.compounds[compound].buildings):
        raise RuleError("no-such-place")
    found = book.compounds[compound]
    return Place(found.name, found.buildings[building - 1].name if building else None)


def places_of(wards: Iterable[Ward], book: Playbook) -> list[Place]:
    """Every building in these wards; of a whole compound each of its buildings."""
    found: dict[Place, None] = {}
    for ward in wards:
        compound = book.compound(ward.compound)
        names = (
            [ward.building] if ward.building else [one.name for one in compound.buildings] if compound else []
        )
        found |= dict.fromkeys(Place(ward.compound, name) for name in names)
    return list(found)
