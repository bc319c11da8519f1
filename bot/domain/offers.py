"""Whom to ask next where a team has no group: least recently asked first, in steps that widen until somebody claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.domain.availability import ask_at, may_ask
from bot.domain.deadline import due_at
from bot.domain.marks import Mark, lacking
from bot.domain.playbook import Playbook

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Helper:
    """One reachable member of the team. `load`: tasks in hand; `asked_at`: when they were last asked about any task."""

    member_id: int
    chat_id: int
    resting: bool = False
    hours: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    load: int = 0
    asked_at: datetime | None = None

    def able(self, needs: Iterable[str], cap: int, on: date) -> bool:
        """Could they claim such a task today?"""
        return not self.resting and self.load < cap and lacking(needs, self.marks, on) is None

    @property
    def order(self) -> tuple[datetime, int]:
        """Who was asked longest ago, or never, comes first."""
        return (self.asked_at or _NEVER, self.member_id)


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody to be asked, `at` that moment."""

    helper: Helper
    at: datetime


def next_asked(
    helpers: Collection[Helper], needs: Iterable[str], playbook: Playbook, now: datetime, *, urgent: bool
) -> list[Asking]:
    """Who is asked in this step, of those not asked yet. Urgent: everybody who could, at once.

    Else the first few who want to be asked at this hour; where there is none, the first few of the others, each when
    their hours begin.
    """
    needs, on = tuple(needs), playbook.day(now)
    able = sorted(
        (one for one in helpers if one.able(needs, playbook.limits.open_tasks, on)), key=lambda one: one.order
    )
    if urgent:
        return [Asking(one, now) for one in able]
    awake = [one for one in able if may_ask(one.hours, now, playbook.zone)]
    first = (awake or able)[: playbook.offers.first]
    return [Asking(one, _moment(one, now, playbook.zone)) for one in first]


def turns(askings: Sequence[Asking]) -> list[tuple[int, datetime]]:
    """Who is remembered to have been asked when: those of one step a microsecond apart, or the same few of them would
    always come first in the next.
    """
    last = len(askings)
    return [
        (one.helper.member_id, one.at - timedelta(microseconds=last - n)) for n, one in enumerate(askings)
    ]


def widens_at(now: datetime, playbook: Playbook, *, urgent: bool) -> datetime:
    """When more are asked if nobody has claimed: by day in service hours, of what is urgent at any hour."""
    hours = None if urgent else playbook.hours
    return due_at(now, playbook.offers.widen_after, hours, playbook.zone)


def _moment(helper: Helper, now: datetime, zone: tzinfo) -> datetime:
    return ask_at(helper.hours, now, zone).astimezone(UTC)
