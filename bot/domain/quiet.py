"""Quiet hours: what nobody waits for this minute wakes nobody. Danger, answers and cards are never held."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from bot.domain.moment import moment_on
from bot.domain.priority import Priority

QUIET_FROM, QUIET_UNTIL = time(20, 30), time(8, 0)
"""From the evening to the next morning, in the community's zone."""


def leaves_at(priority: Priority, at: datetime, zone: tzinfo) -> datetime:
    """When something meant for `at` may leave: a reminder or a notice of the night waits for 08:00."""
    local = at.astimezone(zone)
    if priority < Priority.REMINDER or QUIET_UNTIL <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=local.time() >= QUIET_FROM)
    return moment_on(day, QUIET_UNTIL, zone)
