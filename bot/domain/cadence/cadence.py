"""A cadence 频次: how often somebody is visited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.cadence.lunar import Festival

MOST_WEEKS = 12


class Every(StrEnum):
    """The kind of calendar period that gets one visit."""

    WEEKS = "weeks"  # a week, or several running ones
    MONTH = "monthly"
    QUARTER = "quarterly"
    HALF_YEAR = "half-yearly"
    YEAR = "yearly"
    FESTIVAL = "festival"  # the days up to a festival, each year
    ONCE = "once"  # one day


_WEEKS = re.compile(r"(\d{1,2}) weeks(?:\+(\d{1,2}))?")
_CALENDAR = (Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR)


@dataclass(frozen=True, slots=True)
class Cadence:
    """`weeks` and `phase` count for WEEKS only: of every N weeks, `phase` shifts which one begins them.

    Raises ValueError for what is no cadence.
    """

    every: Every
    weeks: int = 1
    phase: int = 0
    festival: Festival | None = None
    on: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.weeks <= MOST_WEEKS or not 0 <= self.phase < self.weeks:
            raise ValueError(f"1 to {MOST_WEEKS} weeks, and a phase below them")
        if (self.every is Every.FESTIVAL) != (self.festival is not None):
            raise ValueError("a festival goes with festival, and only there")
        if (self.every is Every.ONCE) != (self.on is not None):
            raise ValueError("a day goes with once, and only there")

    @property
    def is_weekly(self) -> bool:
        """Every week: then no more than ten days may pass between two contacts, either."""
        return self.every is Every.WEEKS and self.weeks == 1

    def __str__(self) -> str:
        """As playbooks and rows write it; `cadence_of` reads it back."""
        if self.festival is not None:
            return str(self.festival)
        if self.on is not None:
            return f"once {self.on.isoformat()}"
        if self.every is Every.WEEKS:
            shifted = f"+{self.phase}" if self.phase else ""
            return "weekly" if self.weeks == 1 else f"{self.weeks} weeks{shifted}"
        return str(self.every)


WEEKLY = Cadence(Every.WEEKS)


def once(day: date) -> Cadence:
    """One visit, on or until that day."""
    return Cadence(Every.ONCE, on=day)


def cadence_of(text: str) -> Cadence:
    """weekly · 2 weeks · 2 weeks+1 · monthly · quarterly · half-yearly · yearly · spring · … · once 2026-11-20.

    Raises ValueError for anything else.
    """
    if text == "weekly":
        return WEEKLY
    if found := _WEEKS.fullmatch(text):
        return Cadence(Every.WEEKS, weeks=int(found[1]), phase=int(found[2] or 0))
    if text in _CALENDAR:
        return Cadence(Every(text))
    if text in tuple(Festival):
        return Cadence(Every.FESTIVAL, festival=Festival(text))
    if text.startswith("once "):
        return once(date.fromisoformat(text.removeprefix("once ")))
    raise ValueError(f"no cadence: {text}")
