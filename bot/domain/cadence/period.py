"""Calendar periods: the stretch of days that gets exactly one visit, and its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.cadence.cadence import Cadence, Every
from bot.domain.cadence.lunar import Festival, festival_on

BEFORE_FESTIVAL = 7
"""Days of a festival's period, the festival itself the last of them."""

_DAY = timedelta(days=1)
_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
_LETTERS = {Every.QUARTER: "Q", Every.HALF_YEAR: "H"}


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from `first` to `last`. The key tells it from every other of its cadence: 2026-W47, 2026-Q4."""

    key: str
    first: date
    last: date


def period_from(cadence: Cadence, day: date) -> Period | None:
    """The period that day is in or, between two of them, the next one; None when there will be none (once)."""
    if cadence.every is Every.WEEKS:
        return _weeks(cadence, day)
    if cadence.festival is not None:
        return _festival(cadence.festival, day)
    if cadence.on is not None:
        return Period(cadence.on.isoformat(), cadence.on, cadence.on) if day <= cadence.on else None
    return _months(cadence.every, day)


def following(cadence: Cadence, period: Period) -> Period | None:
    """The next period after that one; None after the only one."""
    return period_from(cadence, period.last + _DAY)


def _weeks(cadence: Cadence, day: date) -> Period:
    """Named by the ISO week it begins in. Weeks are counted from the first Monday there is, through every year."""
    week = (day.toordinal() - 1) // 7
    begins = week - (week - cadence.phase) % cadence.weeks
    first = date.fromordinal(begins * 7 + 1)
    year, number, _ = first.isocalendar()
    return Period(f"{year}-W{number:02}", first, first + timedelta(weeks=cadence.weeks) - _DAY)


def _months(every: Every, day: date) -> Period:
    length = _MONTHS[every]
    part = (day.month - 1) // length
    first = date(day.year, part * length + 1, 1)
    after = part * length + length
    last = date(day.year + after // 12, after % 12 + 1, 1) - _DAY
    if every is Every.YEAR:
        return Period(f"{day.year}", first, last)
    if every is Every.MONTH:
        return Period(f"{day.year}-{day.month:02}", first, last)
    return Period(f"{day.year}-{_LETTERS[every]}{part + 1}", first, last)


def _festival(festival: Festival, day: date) -> Period:
    year, last = day.year, festival_on(festival, day.year)
    if last < day:
        year, last = year + 1, festival_on(festival, year + 1)
    return Period(f"{year}-{festival}", last - timedelta(days=BEFORE_FESTIVAL - 1), last)
