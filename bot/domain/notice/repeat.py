"""When a notice comes again: the same weekday or day of the month, at the same hour, until an end."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.moment import moment_on


class Again(StrEnum):
    """How often."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"


_DAYS = {Again.DAY: 1, Again.WEEK: 7, Again.FORTNIGHT: 14}
_MONTHS = {Again.MONTH: 1, Again.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Repeat:
    """`first_at`: when it went out first, which says the weekday or day and the hour. `until`: the last day on which it
    may still go out; None: for ever."""

    again: Again
    first_at: datetime
    until: date | None

    def after(self, at: datetime, zone: tzinfo) -> datetime | None:
        """The first time after `at`; None where the end is before it. The 31st is the last day of a shorter month."""
        first = self.first_at.astimezone(zone)
        step = max(1, self._steps(first.date(), at.astimezone(zone).date()) - 1)
        while True:
            day = self._day(first.date(), step)
            if self.until is not None and day > self.until:
                return None
            moment = moment_on(day, first.time(), zone)
            if moment > at:
                return moment
            step += 1

    def _steps(self, first: date, day: date) -> int:
        if self.again in _DAYS:
            return (day - first).days // _DAYS[self.again]
        return ((day.year - first.year) * 12 + day.month - first.month) // _MONTHS[self.again]

    def _day(self, first: date, step: int) -> date:
        if self.again in _DAYS:
            return first + timedelta(days=step * _DAYS[self.again])
        year, month = divmod(first.year * 12 + first.month - 1 + step * _MONTHS[self.again], 12)
        return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
