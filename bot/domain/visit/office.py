"""Visits that are an office's: its people are asked on workdays, and its visits are due on one."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from bot.domain.moment import moment_on
from bot.domain.playbook import Rung
from bot.domain.visit.asking import FIRST
from bot.domain.workdays import is_workday, last_workday, workday_from


def office_due(opens_at: datetime, due_at: datetime, zone: tzinfo) -> datetime:
    """At the same hour of the last workday there is until then; where there is none, when it was due anyway."""
    first, due = opens_at.astimezone(zone), due_at.astimezone(zone)
    day = last_workday(first.date(), due.date())
    return moment_on(day, due.time(), zone) if day is not None and day != due.date() else due_at


def waits_for_office(
    first: Rung, asked: Rung, due_at: datetime, now: datetime, zone: tzinfo
) -> datetime | None:
    """When an office that is off today is asked: the next workday's morning. None: now, as it is open or cannot wait.

    `first`: the rung the visit is meant for; where its post is empty, whoever stands in has its days off too.
    """
    today = now.astimezone(zone).date()
    if not (first.workdays or asked.workdays) or is_workday(today):
        return None
    morning = moment_on(workday_from(today + timedelta(days=1)), FIRST, zone)
    return morning if morning < due_at else None
