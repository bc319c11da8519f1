"""Where something is: compound 小区, building 楼栋, unit 单元, room 室."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is known; building as "3号楼", unit as "2", room as "501"."""

    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None

    @property
    def public(self) -> Place:
        """What neighbours may read: never the unit or the room."""
        return Place(self.compound, self.building)

    def or_else(self, other: Place) -> Place:
        """This place, with what it leaves open taken from `other` where the two do not disagree."""
        if self.compound and other.compound and self.compound != other.compound:
            return self
        if self.building and other.building and self.building != other.building:
            return Place(self.compound or other.compound, self.building, self.unit, self.room)
        return Place(
            self.compound or other.compound,
            self.building or other.building,
            self.unit or (other.unit if not self.building or self.room is None else None),
            self.room,
        )
