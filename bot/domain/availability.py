"""When a volunteer wants to be asked: a weekly pattern, and a rest that ends by itself. Local time; moments are aware."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.deadline import days_later, due_at
from bot.domain.errors import RuleError
from bot.domain.playbook import Playbook
from bot.domain.workdays import is_workday

PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 22)}
"""Part of a day → from which hour to which; by night nobody is asked what can wait."""
DAYS = ("weekday", "weekend")
SLOTS = tuple(f"{day}_{part}" for part in PARTS for day in DAYS)
"""All there is to choose, as it stands on the card: 平时 beside 周末."""
_FORTNIGHT = 14


def chosen(hours: Iterable[str]) -> tuple[str, ...]:
    """What these hours mean: who never said is asked at any time of day."""
    return tuple(slot for slot in SLOTS if slot in set(hours)) or SLOTS


def changed(hours: Iterable[str], slot: str, on: bool) -> tuple[str, ...]:
    """The hours with that slot, or without it; all of them are () again.

    Raises RuleError for a slot there is not, and where none would be left: that is a rest.
    """
    if slot not in SLOTS:
        raise RuleError("no-stale-button")
    wanted = {*chosen(hours), slot} if on else {*chosen(hours)} - {slot}
    if not wanted:
        raise RuleError("no-hours-left")
    return () if len(wanted) == len(SLOTS) else tuple(one for one in SLOTS if one in wanted)


def slot_at(moment: datetime, zone: tzinfo) -> str | None:
    """The slot that moment is in; None by night."""
    local = moment.astimezone(zone)
    part = next((name for name, (start, end) in PARTS.items() if start <= local.hour < end), None)
    return None if part is None else f"{_day(local.date())}_{part}"


def may_ask(hours: Iterable[str], now: datetime, zone: tzinfo) -> bool:
    """Do they want to be asked now?"""
    return slot_at(now, zone) in chosen(hours)


def ask_at(hours: Iterable[str], now: datetime, zone: tzinfo) -> datetime:
    """The first moment from `now` on at which they want to be asked."""
    if may_ask(hours, now, zone):
        return now
    wanted, today = chosen(hours), now.astimezone(zone).date()
    for day in (today + timedelta(days=n) for n in range(_FORTNIGHT)):
        for part, (start, _) in PARTS.items():
            begins = datetime.combine(day, time(start), zone)
            if begins > now and f"{_day(day)}_{part}" in wanted:
                return begins
    raise AssertionError("every week has every slot")


def rest_end(days: int, now: datetime, playbook: Playbook) -> datetime:
    """When a rest of so many days is over: that day at this time, or when service hours next begin."""
    return due_at(
        days_later(now, timedelta(days=days), playbook.zone), timedelta(), playbook.hours, playbook.zone
    )


def _day(day: date) -> str:
    """Holidays are like weekends; a weekend that is worked instead is like every other workday."""
    return DAYS[not is_workday(day)]
