"""The phone call after a missed visit: the same day, owned by a coordinator until somebody was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError


class CallState(StrEnum):
    """Where the call stands."""

    OPEN = "open"  # all coordinators have it
    TAKEN = "taken"  # 我来打: one of them has it
    REACHED = "reached"  # she is well
    UNREACHED = "unreached"  # nobody answers: the ladder of danger begins
    NEEDLESS = "needless"  # two people ended the visits for good


SILENT = timedelta(hours=2)
"""Who has taken a call and says nothing for so long has it no more."""
LATEST = timedelta(hours=2)
"""So long after the window closed the call is due: in the evening of the same day."""


@dataclass
class FollowUpCall:
    """One call; it is answered, or two people say that nobody need be called there any more."""

    visit_id: int
    household_id: int
    opened_at: datetime
    due_at: datetime
    state: CallState = CallState.OPEN
    owner_id: int | None = None
    owner_name: str = ""
    remark: str | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def take(self, member_id: int, name: str, now: datetime) -> None:
        """我来打. Raises RuleError when somebody has it, naming them, or it is over."""
        self._open()
        if self.state is CallState.TAKEN:
            raise RuleError("no-already-claimed", by=self.owner_name)
        self.state, self.owner_id, self.owner_name, self.changed_at = CallState.TAKEN, member_id, name, now

    def give_back(self, member_id: int, now: datetime) -> None:
        """我打不了: all coordinators have it again. Raises RuleError when not theirs."""
        self._theirs(member_id)
        self.state, self.owner_id, self.owner_name, self.changed_at = CallState.OPEN, None, "", now

    def lapse(self, now: datetime) -> None:
        """Who took it has been silent for too long: all coordinators have it again. Raises RuleError before that."""
        if self.state is not CallState.TAKEN or self.changed_at is None or now - self.changed_at < SILENT:
            raise RuleError("no-call-over")
        self.state, self.owner_id, self.owner_name, self.changed_at = CallState.OPEN, None, "", now

    def finish(self, member_id: int, reached: bool, remark: str | None, now: datetime) -> None:
        """打通了 or 没人接. Raises RuleError when not theirs."""
        self._theirs(member_id)
        self.state = CallState.REACHED if reached else CallState.UNREACHED
        self.remark, self.ended_at, self.changed_at = remark, now, now

    def drop(self, now: datetime) -> None:
        """The visits were ended for good. Raises RuleError when over."""
        self._open()
        self.state, self.ended_at, self.changed_at = CallState.NEEDLESS, now, now

    def open_again(self, now: datetime) -> None:
        """That was taken back: all coordinators have it."""
        if self.state is CallState.NEEDLESS:
            self.state, self.owner_id, self.owner_name = CallState.OPEN, None, ""
            self.ended_at, self.changed_at = None, now

    def _open(self) -> None:
        if self.state not in (CallState.OPEN, CallState.TAKEN):
            raise RuleError("no-call-over")

    def _theirs(self, member_id: int) -> None:
        self._open()
        if self.owner_id != member_id:
            raise RuleError("no-visit-not-yours")


def follow_up(visit_id: int, household_id: int, closed_at: datetime, now: datetime) -> FollowUpCall:
    """The call for a visit missed at `closed_at`; noticed late, after a standstill, it is due as soon."""
    return FollowUpCall(visit_id, household_id, now, max(closed_at, now) + LATEST)
