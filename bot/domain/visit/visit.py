"""A visit 探访: one call at one household in one period."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cadence import Window
from bot.domain.visit.asides import Asides


class Visit(Asides):
    """Every move it can make."""


def open_visit(
    plan_id: int,
    household_id: int,
    programme: str,
    window: Window,
    slots: int = 1,
    *,
    due_at: datetime | None = None,
) -> Visit:
    """The one occurrence of a plan's period; `due_at` where the plan wants it sooner than the window does (`due_by`)."""
    due = due_at or window.due_at
    return Visit(
        plan_id, household_id, programme, window.key, window.opens_at, due, window.closes_at, slots=slots
    )
