"""本周办好: the week a building group is told of, as one number (202611: the eleventh of 2026)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.moment import moment_on
from bot.domain.playbook import Playbook

_WEEK = timedelta(days=7)


def last_week(book: Playbook, now: datetime) -> int:
    """The newest week whose hour of telling has come."""
    at, ref = now + _WEEK, 0
    while True:
        year, week, _ = at.astimezone(book.zone).isocalendar()
        ref = year * 100 + week
        if week_of(book, ref)[1] <= now:
            return ref
        at -= _WEEK


def week_of(book: Playbook, ref: int) -> tuple[datetime, datetime]:
    """From when until when it goes: to the hour at which it is told of. Raises ValueError for no such week."""
    rules = book.notices
    day = date.fromisocalendar(ref // 100, ref % 100, rules.weekly_day)
    return (
        moment_on(day - _WEEK, rules.weekly_at, book.zone),
        moment_on(day, rules.weekly_at, book.zone),
    )
