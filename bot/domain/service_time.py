"""时长: how long somebody gave, from claimed to done. The holder says, a leader confirms; only confirmed minutes count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot.domain.errors import RuleError
from bot.domain.playbook import Playbook
from bot.domain.task import Holding, HoldState, Task
from bot.domain.triage.writing import fold

CHOICES = (15, 30, 60, 120)
MOST = 24 * 60
_DEFAULT = 30
_HALF = "半小时"
_HOURS = re.compile(r"(\d+(?:\.\d+)?)(?:个)?(?:小时|钟头|h|hours?)")
_MINUTES = re.compile(r"(\d+)(?:分钟?|m|min|minutes?)?$")


@dataclass(frozen=True, slots=True)
class Stint:
    """What one person did of one task: from `claimed_at` to `done_at`; `minutes` as said or, then, as confirmed."""

    hold_id: int
    task_id: int
    member_id: int
    name: str
    team: str
    category: str | None
    claimed_at: datetime
    done_at: datetime
    minutes: int
    confirmed_by: int | None = None
    confirmed_at: datetime | None = None

    @property
    def confirmed(self) -> bool:
        """Does it count?"""
        return self.confirmed_at is not None


def first_guess(category: str | None, playbook: Playbook) -> int:
    """What is written until the holder says otherwise: what the category usually takes."""
    found = playbook.category(category)
    return found.minutes if found else _DEFAULT


def say(task: Task, hold: Holding, minutes: int, now: datetime) -> None:
    """The holder says how long it took. Raises RuleError before it is done, once confirmed, and for what no day holds."""
    _done(task, hold)
    if hold.confirmed_at is not None:
        raise RuleError("no-time-confirmed", no=task.number)
    hold.minutes, task.changed_at = _possible(minutes), now


def confirm(task: Task, hold: Holding, minutes: int, by_id: int, now: datetime) -> None:
    """A leader or coordinator says it was so long. Raises RuleError for their own, and when somebody did already."""
    _done(task, hold)
    if hold.member_id == by_id:
        raise RuleError("no-own-time")
    if hold.confirmed_at is not None:
        raise RuleError("no-time-confirmed", no=task.number)
    hold.minutes, hold.confirmed_by, hold.confirmed_at = _possible(minutes), by_id, now
    task.changed_at = now


def undo(task: Task, hold: Holding, by_id: int, now: datetime, within: timedelta) -> None:
    """撤销 of a wrong press, by who pressed. Raises RuleError when not theirs, or too late."""
    if hold.confirmed_at is None or hold.confirmed_by != by_id:
        raise RuleError("no-not-yours", no=task.number)
    if now - hold.confirmed_at > within:
        raise RuleError("no-too-late-to-undo-time", no=task.number)
    hold.confirmed_by = hold.confirmed_at = None
    task.changed_at = now


def read_minutes(text: str) -> int:
    """ "45", "45分钟", "1.5小时", "半小时", "一个半小时"; full-width and Chinese digits too. Raises RuleError else."""
    plain = re.sub(r"\s", "", fold(text))
    for hours, digits in (("一", "1"), ("两", "2"), ("二", "2"), ("三", "3"), ("四", "4"), ("五", "5")):
        plain = plain.replace(f"{hours}个半小时", f"{digits}.5小时").replace(
            f"{hours}个小时", f"{digits}小时"
        )
        plain = plain.replace(f"{hours}小时", f"{digits}小时")
    if plain == _HALF:
        return _DEFAULT
    hours_said = _HOURS.match(plain)
    rest = plain[hours_said.end() :] if hours_said else plain
    minutes_said = _MINUTES.fullmatch(rest)
    if (rest and minutes_said is None) or not (hours_said or minutes_said):
        raise RuleError("no-such-minutes")
    minutes = float(hours_said[1]) * 60 if hours_said else 0
    return _possible(round(minutes) + (int(minutes_said[1][:6]) if minutes_said else 0))


def days_of(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of that day's month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def within(stints: Iterable[Stint], days: tuple[date, date], zone: tzinfo) -> list[Stint]:
    """Those done on these days, both included."""
    return [one for one in stints if days[0] <= one.done_at.astimezone(zone).date() <= days[1]]


def confirmed_minutes(stints: Iterable[Stint]) -> int:
    """What counts."""
    return sum(one.minutes for one in stints if one.confirmed)


def _done(task: Task, hold: Holding) -> None:
    if hold.state is not HoldState.DONE or hold.minutes is None:
        raise RuleError("no-not-yours", no=task.number)


def _possible(minutes: int) -> int:
    if not 0 <= minutes <= MOST:
        raise RuleError("no-such-minutes")
    return minutes
