"""A visit put aside, because nobody is there or because a round was called off, and taken up again."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.visit.outcomes import Outcomes
from bot.domain.visit.states import VisitState

ENOUGH = timedelta(days=1)
"""What was put aside is taken up again only if so much of its window is left."""


class Asides(Outcomes):
    """What was paused or stopped may begin anew while its window is open."""

    def may_reopen(self, now: datetime) -> bool:
        """Was it put aside, and is there still time to go?"""
        return self.state in (VisitState.PAUSED, VisitState.STOPPED) and now + ENOUGH <= self.closes_at

    def reopen(self, now: datetime) -> None:
        """Everybody is asked anew, from the first rung on. Raises RuleError where it was not put aside, or too late."""
        if not self.may_reopen(now):
            raise RuleError("no-visit-over")
        self.state, self.rung, self.rung_at, self.tried = VisitState.OPEN, 0, None, ()
        self.outcome = self.outcome_at = self.outcome_by = self.ended_at = None
        self.postponed = False
        self.changed_at = now
