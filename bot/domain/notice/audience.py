"""对象: whom a notice is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.place import Place


class To(StrEnum):
    """What is named."""

    ALL = "all"  # the group of every building
    COMPOUND = "compound"  # the groups of a compound's buildings
    BUILDING = "building"  # the group of one
    TEAM = "team"  # the group of a service team
    LANGUAGE = "language"  # in private: whoever reads that language
    HAT = "hat"  # in private: whoever wears that hat
    TAG = "tag"  # in private: who lives where somebody is of that kind, as the roster says


PRIVATE = (To.LANGUAGE, To.HAT, To.TAG)


@dataclass(frozen=True, slots=True)
class Target:
    """One of whom it is for; `name` as the playbook has it."""

    to: To
    name: str = ""
    building: str | None = None

    @property
    def place(self) -> Place:
        """Where it reaches; nowhere in particular for what is more than a building or a compound."""
        return Place(self.name, self.building) if self.to in (To.COMPOUND, To.BUILDING) else Place()

    def holds(self, place: Place) -> bool:
        """Is the group of that building among them?"""
        match self.to:
            case To.ALL:
                return place.building is not None
            case To.COMPOUND:
                return place.building is not None and place.compound == self.name
            case To.BUILDING:
                return (place.compound, place.building) == (self.name, self.building)
            case _:
                return False


Audience = tuple[Target, ...]


def toggled(audience: Audience, target: Target) -> Audience:
    """With that one, or without it where it was chosen already. What is wider takes the place of what is in it, and
    what is narrower that of what it was in."""
    if target in audience:
        return tuple(one for one in audience if one != target)
    return (*(one for one in audience if not _overlap(one, target)), target)


def _overlap(one: Target, other: Target) -> bool:
    places = (To.ALL, To.COMPOUND, To.BUILDING)
    if one.to not in places or other.to not in places or one.to is other.to:
        return False
    return To.ALL in (one.to, other.to) or one.name == other.name


def groups(audience: Audience, place: Place, team: str | None) -> bool:
    """Is the group of that building, or of that team, among them?"""
    return any(one.holds(place) or (one.to is To.TEAM and one.name == team) for one in audience)
