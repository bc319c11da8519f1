"""What comes out of a roster: rows, and what could not become one, with the number it has in the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from bot.domain.place import Place


@dataclass(frozen=True, slots=True)
class Contact:
    """A relative or whoever is called in an emergency."""

    name: str | None = None
    relation: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One person behind one door. `categories` are keys of the playbook's household categories, in its order.

    `row` and `sheet` tell where it stood; two rows that differ only there are equal.
    """

    row: int = field(compare=False)
    compound: str
    building: str
    unit: str | None
    room: str
    name: str
    phones: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    birth: date | None = None
    contacts: tuple[Contact, ...] = ()
    languages: tuple[str, ...] = ()
    remark: str | None = None
    sheet: str = field(default="", compare=False)

    @property
    def place(self) -> Place:
        """The door."""
        return Place(self.compound, self.building, self.unit, self.room)

    @property
    def key(self) -> tuple[str | None, ...]:
        """What makes it the same person in another roster: the door and the name."""
        return (self.compound, self.building, self.unit, self.room, self.name)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One volunteer. `teams` are names of the playbook's teams, in its order; marks None where nothing is said."""

    row: int = field(compare=False)
    name: str
    phones: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    leads: bool = False
    certified: bool | None = None
    may_enter: bool | None = None
    strong: bool | None = None
    languages: tuple[str, ...] = ()
    skills: str | None = None
    compound: str | None = None
    building: str | None = None
    remark: str | None = None
    sheet: str = field(default="", compare=False)

    @property
    def place(self) -> Place:
        """Where they live, as far as it is told."""
        return Place(self.compound, self.building)

    @property
    def key(self) -> tuple[str | None, ...]:
        """What makes it the same person in another roster: name and first phone; without a phone, the teams."""
        return (self.name, self.phones[0]) if self.phones else (self.name, None, *self.teams)


R = TypeVar("R", HouseholdRow, MemberRow)
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: a message key (`row-…`) and its arguments. They may hold personal data: never log them."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken, and everything that is wrong with it; `name` is whose it is, if that can be read."""

    row: int
    sheet: str
    problems: tuple[Problem, ...]
    name: str | None = None

    @property
    def reason(self) -> str:
        """The key of the first thing that is wrong."""
        return self.problems[0].key


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row that says again what an earlier row of the file said; the earlier one counts."""

    row: int
    sheet: str
    of_row: int
    of_sheet: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about the file: a message key (`roster-note-…`) and its arguments."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slice(Generic[R_co]):
    """What a short piece of reading gave; `share` of the file is read, 0 to 1."""

    rows: tuple[R_co, ...] = ()
    invalid: tuple[Refused, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    notes: tuple[Note, ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading(Generic[R_co]):
    """A whole roster."""

    rows: tuple[R_co, ...]
    invalid: tuple[Refused, ...]
    duplicates: tuple[Duplicate, ...]
    notes: tuple[Note, ...]


def whole(slices: Iterable[Slice[R]]) -> Reading[R]:
    """All slices of a roster put together: for tests and short files."""
    taken = list(slices)
    return Reading(
        tuple(row for one in taken for row in one.rows),
        tuple(refused for one in taken for refused in one.invalid),
        tuple(again for one in taken for again in one.duplicates),
        tuple(note for one in taken for note in one.notes),
    )
