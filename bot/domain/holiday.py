"""Long holidays 长假: for days on end offices are closed, helpers are away, and who is old and alone is alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.cadence.lunar import Festival, festival_on
from bot.domain.workdays import KNOWN_UNTIL, is_workday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """Its first and its last day off."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1


def is_off(day: date, known_until: date = KNOWN_UNTIL) -> bool:
    """Is nobody at work? Of years nobody has announced yet: weekends, and the usual days of 国庆 and 春节."""
    if not is_workday(day, known_until):
        return True
    if day <= known_until:
        return False
    spring = festival_on(Festival.SPRING, day.year)
    return (day.month == 10 and day.day <= 7) or spring - _DAY <= day <= spring + 6 * _DAY


def holiday_from(first: date, known_until: date = KNOWN_UNTIL) -> Holiday:
    """The days off from that one on."""
    last = first
    while is_off(last + _DAY, known_until):
        last += _DAY
    return Holiday(first, last)


@lru_cache(maxsize=8)
def long_holiday_before(
    today: date, workdays: int, least: int, known_until: date = KNOWN_UNTIL
) -> Holiday | None:
    """The next holiday of at least so many days, where today is one of the last so many workdays before it."""
    if is_off(today, known_until):
        return None
    day = today
    for _ in range(workdays):
        day += _DAY
        if is_off(day, known_until):
            found = holiday_from(day, known_until)
            if found.days >= least:
                return found
            day = found.last + _DAY
    return None
