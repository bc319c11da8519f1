"""How a moment is spoken: 今天 18:00, 明天 9:00, 周四 18:00, 6月8日 18:00.

In a message a moment reads as a day and a time by itself, `{ $due }`; a translator may also write
`{ DAY($due) }` (今天), `{ TIME($due) }` (18:00), `{ AGO($last) }` (8 天前), `{ LATE($due) }` (已过 2 小时).
The sentences are in common.ftl.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Speaker(Protocol):
    """Anything that says a key in some language; `Words` is one."""

    def __call__(self, key: str, **args: object) -> str:
        """The sentence of `key`."""


def speak(at: date, now: datetime, words: Speaker, zone: tzinfo) -> str:
    """Day and time of a datetime, the day alone of a date; both as people in `zone` would say it at `now`."""
    if not isinstance(at, datetime):
        return speak_day(at, now, words, zone)
    return words("when-at", day=speak_day(at, now, words, zone), time=speak_time(at, now, words, zone))


def speak_day(at: date, now: datetime, words: Speaker, zone: tzinfo) -> str:
    """昨天, 今天, 明天; a weekday for the six days ahead; else a date, with its year if not this one."""
    day, today = _local_day(at, zone), _local_day(now, zone)
    ahead = (day - today).days
    if abs(ahead) <= 1:
        return words(("when-yesterday", "when-today", "when-tomorrow")[ahead + 1])
    if 1 < ahead < 7:
        same_week = day.isocalendar().week == today.isocalendar().week
        return words("when-weekday" if same_week else "when-next-weekday", weekday=day.isoweekday())
    if day.year == today.year:
        return words("when-date", day=day.day, month=day.month)
    return words("when-year", day=day.day, month=day.month, year=day.year)


def spoken_until(at: datetime, now: datetime, zone: tzinfo) -> datetime | None:
    """Until when the moment reads as it does at `now`: it passes, 明天 becomes 今天; None where it stays a date."""
    day = _local_day(at, zone)
    monday = day - timedelta(days=day.weekday())
    turns = [datetime.combine(day + n * DAY, time(), zone) for n in range(-1, 3)]
    return min(
        (one for one in [at, datetime.combine(monday, time(), zone), *turns] if one > now), default=None
    )


def speak_time(at: date, now: datetime, words: Speaker, zone: tzinfo) -> str:
    """The time of day, 9:00; nothing for a date, which has none."""
    if not isinstance(at, datetime):
        return ""
    local = at.astimezone(zone)
    return f"{local.hour}:{local.minute:02}"


def speak_ago(at: date, now: datetime, words: Speaker, zone: tzinfo) -> str:
    """How long ago: 刚才, 20 分钟前, 3 小时前 within a day; 昨天, 8 天前 by the calendar before that."""
    ahead = at > now if isinstance(at, datetime) else at > _local_day(now, zone)
    if ahead:
        return speak(at, now, words, zone)
    days = (_local_day(now, zone) - _local_day(at, zone)).days
    if not isinstance(at, datetime) or now - at >= DAY:
        return words("when-days-ago", n=days) if days > 1 else speak_day(at, now, words, zone)
    return _length(now - at, words, "when-hours-ago", "when-minutes-ago", "when-now")


def speak_late(at: date, now: datetime, words: Speaker, zone: tzinfo) -> str:
    """How long a deadline has been over: 已过 2 小时, 已过 3 天; the deadline itself while it is ahead."""
    due = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, tzinfo=zone) + DAY
    if now <= due:
        return speak(at, now, words, zone)
    if now - due >= DAY:
        return words("when-days-late", n=(now - due) // DAY)
    return _length(now - due, words, "when-hours-late", "when-minutes-late", "when-just-late")


def _length(span: timedelta, words: Speaker, hours: str, minutes: str, now: str) -> str:
    if span >= HOUR:
        return words(hours, n=span // HOUR)
    whole = span // timedelta(minutes=1)
    return words(minutes, n=whole) if whole > 0 else words(now)


def _local_day(at: date, zone: tzinfo) -> date:
    return at.astimezone(zone).date() if isinstance(at, datetime) else at


FORMS: dict[str, Callable[[date, datetime, Speaker, tzinfo], str]] = {
    "DAY": speak_day,
    "TIME": speak_time,
    "AGO": speak_ago,
    "LATE": speak_late,
}
"""What a translator may write around a moment."""
