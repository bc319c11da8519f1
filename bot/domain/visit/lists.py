"""One list a person instead of single pings: at 08:30, and at most a second from 16:30 for what came since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from bot.domain.moment import moment_on
from bot.domain.visit.asking import FIRST, LAST, morning_after

SECOND = time(16, 30)
MOST = 2
"""Lists of one person's day; danger is apart."""


@dataclass(frozen=True, slots=True)
class Had:
    """How many lists somebody had on that local day."""

    day: date
    count: int = 0


def next_list(
    had: Had | None, now: datetime, zone: tzinfo, *, urgent: bool = False, most: int = MOST
) -> datetime:
    """The first moment from now on at which this person may be sent a list.

    The first of a day as soon as there is something to say, from 08:30 on; the second from 16:30 on, sooner where it
    cannot wait (`urgent`); then the next morning's.
    """
    local = now.astimezone(zone)
    count = had.count if had is not None and had.day == local.date() else 0
    begins = FIRST if count == 0 or urgent else SECOND
    if count >= most or local.time() >= LAST:
        return morning_after(max(now, moment_on(local.date(), FIRST, zone)), zone)
    return max(now, moment_on(local.date(), begins, zone))


def one_more(had: Had | None, day: date) -> Had:
    """They are sent a list on that day."""
    return Had(day, (had.count if had is not None and had.day == day else 0) + 1)
