"""What is known of a visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.task import HoldState
from bot.domain.visit.states import OVER, Outcome, VisitHold, VisitState


@dataclass
class VisitFacts:
    """One occurrence 期次 of a plan: one call at one household in one period (`plan_id`, `period_key` are unique).

    `slots`: how many are asked to go; see `wanted`. `rung_from`: the rung it begins with, as its plan's `rung`. `rung`:
    how far up its ladder it is offered, since `rung_at`; on that rung `tried` were asked. Every move touches this row, so
    that two claims can never both count the same free place.
    """

    plan_id: int
    household_id: int
    programme: str
    period_key: str
    opens_at: datetime
    due_at: datetime
    closes_at: datetime
    state: VisitState = VisitState.OPEN
    outcome: Outcome | None = None
    slots: int = 1
    rung_from: str = ""
    rung: int = 0
    rung_at: datetime | None = None
    tried: tuple[int, ...] = ()
    next_at: datetime | None = None  # when the clock has to look at it again
    postponed: bool = False  # 改期, once
    outcome_at: datetime | None = None
    outcome_by: int | None = None
    phoned_at: datetime | None = None  # the last phone contact, whether or not it was enough
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    holds: list[VisitHold] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def active(self) -> list[VisitHold]:
        """Who goes."""
        return [hold for hold in self.holds if hold.state is HoldState.HOLDING]

    @property
    def wanted(self) -> int:
        """How many go: a first visit is made in twos."""
        return max(self.slots, 2) if any(hold.newcomer for hold in self.active) else self.slots

    @property
    def free(self) -> int:
        """Places nobody has."""
        return max(0, self.wanted - len(self.active))

    @property
    def is_over(self) -> bool:
        """Done, missed, paused or stopped."""
        return self.state in OVER

    @property
    def is_waiting(self) -> bool:
        """Somebody has still to go."""
        return self.state in (VisitState.OPEN, VisitState.OFFERED, VisitState.CLAIMED)

    def is_late(self, now: datetime) -> bool:
        """It should have been made by now."""
        return not self.is_over and now > self.due_at

    def held_by(self, member_id: int | None) -> VisitHold | None:
        """That person's promise, while it lasts."""
        return next((hold for hold in self.active if hold.member_id == member_id), None)

    def asked(self, member_id: int | None) -> VisitHold | None:
        """That person was asked and has not answered."""
        return next(
            (one for one in self.holds if one.member_id == member_id and one.state is HoldState.ASKED), None
        )

    def _waiting(self) -> None:
        if not self.is_waiting:
            raise RuleError("no-visit-over")

    def _hold(self, member_id: int) -> VisitHold:
        self._waiting()
        hold = self.held_by(member_id)
        if hold is None:
            raise RuleError("no-visit-not-yours")
        return hold

    def _drop(self, hold: VisitHold, state: HoldState, now: datetime) -> None:
        """A promise or a question ends; so does what hangs on it: whom that holder had asked to stand in."""
        hold.state, hold.ended_at = state, now
        for other in self.holds:
            if other.state is HoldState.ASKED and other.instead_of == hold.member_id:
                other.state, other.ended_at = HoldState.RELEASED, now

    def _settle(self, now: datetime) -> None:
        self.state = VisitState.CLAIMED if self.active and self.free == 0 else VisitState.OFFERED
        self.changed_at = now

    def _end(self, state: VisitState, now: datetime) -> None:
        """Nobody holds it or is asked any more."""
        kept = HoldState.DONE if state is VisitState.DONE else HoldState.RELEASED
        for hold in self.holds:
            if hold.state is HoldState.HOLDING:
                hold.state, hold.ended_at = kept, now
            elif hold.state is HoldState.ASKED:
                hold.state, hold.ended_at = HoldState.RELEASED, now
        self.state = state
        self.ended_at = self.changed_at = now
