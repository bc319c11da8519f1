"""A local date and time of day as a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def moment_on(day: date, at: time, zone: tzinfo) -> datetime:
    """That time of that day in the zone, as aware UTC.

    Of an hour that comes twice, the first; an hour the clocks leave out is as much later as they jump.
    """
    return datetime.combine(day, at, zone).astimezone(UTC)
