"""The window of a period: when its visit is offered, due and missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.cadence.cadence import Cadence
from bot.domain.cadence.period import Period, following, period_from
from bot.domain.moment import moment_on

_MARGIN = timedelta(days=2)
"""More than any zone's date can be away from another's, or be moved by its clocks."""


@dataclass(frozen=True, slots=True)
class WindowRule:
    """How much of a period is meant for the visit: its first `days`, its last (`at_end`), or all of it (None).

    The last day ends at `closes`, early enough for a phone call the same day.
    """

    days: int | None = None
    at_end: bool = False
    closes: time = time(18, 0)


@dataclass(frozen=True, slots=True)
class Window:
    """Aware UTC. Offered from `opens_at`, overdue after `due_at`, missed at `closes_at`; `key` is the period's."""

    key: str
    opens_at: datetime
    due_at: datetime
    closes_at: datetime


def window_of(period: Period, rule: WindowRule, zone: tzinfo) -> Window:
    """The window of one period in the community's zone. Never reaches out of its period."""
    days = (period.last - period.first).days + 1
    length = min(rule.days or days, days)
    first = period.last - timedelta(days=length - 1) if rule.at_end else period.first
    due = first + timedelta(days=length - 1)
    return Window(
        period.key,
        moment_on(first, time(0), zone),
        moment_on(due, rule.closes, zone),
        moment_on(period.last, rule.closes, zone),
    )


def window_from(cadence: Cadence, rule: WindowRule, at: datetime, zone: tzinfo) -> Window | None:
    """The first window that is not over at that moment; None when there will be none."""
    return next((one for one in _windows(cadence, rule, at, zone) if one.closes_at > at), None)


def window_after(cadence: Cadence, rule: WindowRule, opened_at: datetime, zone: tzinfo) -> Window | None:
    """The first window that opens later than `opened_at`; None when there will be none."""
    return next((one for one in _windows(cadence, rule, opened_at, zone) if one.opens_at > opened_at), None)


def windows_between(
    cadence: Cadence, rule: WindowRule, after: datetime, until: datetime, zone: tzinfo
) -> Iterator[Window]:
    """Every window that opens after `after` and not after `until`, in order.

    So that instants, however far apart, cut time without a gap and without a double: each window belongs to
    exactly one pair of neighbours.
    """
    for window in _windows(cadence, rule, after, zone):
        if window.opens_at > until:
            return
        if window.opens_at > after:
            yield window


def suggested_at(
    window: Window, weekday: int | None, hour: time, zone: tzinfo, after: datetime
) -> datetime | None:
    """The household's own time in what is left of the window: the first such weekday (Monday 0) at that hour.

    None where it has no day of its own, or none is left.
    """
    if weekday is None:
        return None
    first = max(window.opens_at, after)
    day = first.astimezone(zone).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    at = moment_on(day, hour, zone)
    if at < first:
        at = moment_on(day + timedelta(weeks=1), hour, zone)
    return at if at <= window.closes_at else None


def _windows(cadence: Cadence, rule: WindowRule, at: datetime, zone: tzinfo) -> Iterator[Window]:
    """All windows in order, from one that opens before `at` or, if there is none such, the first."""
    period = period_from(cadence, (at - _MARGIN).astimezone(zone).date())
    while period is not None:
        yield window_of(period, rule, zone)
        period = following(cadence, period)
