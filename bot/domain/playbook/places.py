"""The places of a community, and the outside parties that answer for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.domain.playbook.wording import Names, in_language


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """The hours of a day in which somebody answers, local time; `start` is before `end`."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Promise:
    """When a party answers for what was handed to it: either `by` a time of day or `within` a span.

    By 18:00 means 18:00 today if that is at least `notice` away, else 18:00 tomorrow.
    """

    by: time | None = None
    within: timedelta | None = None
    notice: timedelta = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Party:
    """An outside body that must act (物业, 居委会, 城管, 派出所); it never presses our buttons.

    `kind` is its key in Chinese ("物业"), `names` the body itself ("源昌鑫海湾物业"); without `hours` it
    answers round the clock. `workdays`: not on weekends and holidays.
    """

    kind: str
    names: Names
    phone: str
    hours: ServiceHours | None
    promise: Promise
    workdays: bool = False

    def name(self, language: str) -> str:
        """The body's name for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Building:
    """A building, "3号楼" or "A座", and its units ("1", "2"); none where it has a single door."""

    name: str
    units: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What tells it from its neighbours, "3" or "A": for other languages and for spellings like 3栋."""
        return self.name.rstrip("号楼栋幢座#")


@dataclass(frozen=True, slots=True)
class Compound:
    """A 小区: its buildings, what people call it, and the party of each kind that answers for it."""

    name: str
    names: Names
    aliases: tuple[str, ...] = ()
    buildings: tuple[Building, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The compound's name for a reader of `language`."""
        return in_language(self.names, language)

    def building(self, name: str) -> Building | None:
        """The building of that name, as "3号楼"."""
        return next((one for one in self.buildings if one.name == name), None)


@dataclass(frozen=True, slots=True)
class HouseholdCategory:
    """A kind of household the community looks after (独居 空巢 低保 …), and the words rosters use for it.

    A `hidden_from_volunteers` one (安置帮教) is for coordinators alone: no card, list or task names it to others.
    """

    key: str
    names: Names
    words: tuple[str, ...] = ()
    hidden_from_volunteers: bool = False

    def name(self, language: str) -> str:
        """The category's name for a reader of `language`."""
        return in_language(self.names, language)
