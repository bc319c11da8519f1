"""A calendar month of the community, as a number that can be turned forth and back."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from bot.domain.moment import moment_on


def month_of(day: date) -> int:
    """2026-11 as one number; the next month's is one more."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """Its first day. Raises ValueError for no month of our time."""
    return date(month // 12, month % 12 + 1, 1)


def span_of(month: int, zone: tzinfo) -> tuple[datetime, datetime]:
    """From its first moment up to the next month's."""
    return moment_on(first_of(month), time(0), zone), moment_on(first_of(month + 1), time(0), zone)
