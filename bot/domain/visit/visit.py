"""A visit 探访: one call at one household in one period."""

from __future__ import annotations

from bot.domain.cadence import Window
from bot.domain.visit.outcomes import Outcomes


class Visit(Outcomes):
    """Every move it can make."""


def open_visit(plan_id: int, household_id: int, programme: str, window: Window, slots: int = 1) -> Visit:
    """The one occurrence of a plan's period."""
    return Visit(
        plan_id,
        household_id,
        programme,
        window.key,
        window.opens_at,
        window.due_at,
        window.closes_at,
        slots=slots,
    )
