"""Workdays 工作日 in mainland China: holidays, and the weekends worked instead 调休. Why this library: docs/decisions/007.

Days are local dates. The library knows the years the State Council has announced; of all others only weekends are
days off. `linli doctor` says in time when its years end.
"""

from __future__ import annotations

from datetime import date, timedelta

from chinese_calendar import is_workday as _announced
from chinese_calendar.constants import holidays as _holidays

KNOWN_FROM = date(min(_holidays).year, 1, 1)
KNOWN_UNTIL = date(max(_holidays).year, 12, 31)
"""The last day whose holidays have been announced."""
WARN = timedelta(days=60)
_DAY = timedelta(days=1)
_SATURDAY = 5


def is_workday(day: date, known_until: date = KNOWN_UNTIL) -> bool:
    """Is an office open? Where nobody has announced anything: from Monday to Friday."""
    if KNOWN_FROM <= day <= known_until:
        return bool(_announced(day))
    return day.weekday() < _SATURDAY


def workday_from(day: date) -> date:
    """That day, or the first workday after it."""
    while not is_workday(day):
        day += _DAY
    return day


def last_workday(first: date, last: date) -> date | None:
    """The last workday of these days; None where all of them are off."""
    day = last
    while day >= first:
        if is_workday(day):
            return day
        day -= _DAY
    return None


def ends_soon(today: date, known_until: date = KNOWN_UNTIL) -> bool:
    """Is it time to bring in the announcement of another year?"""
    return known_until - today < WARN
