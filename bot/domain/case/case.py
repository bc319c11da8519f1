"""A case 您反映的事: what a resident reported, from the report to the resident's own word on it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case.answered import Answered
from bot.domain.case.decided import Decided
from bot.domain.case.states import OPEN, CaseState
from bot.domain.errors import RuleError


class Case(Decided, Answered):
    """Every move it can make. Work on it begins and stops; it is called off, or goes into another."""

    def start_work(self, now: datetime) -> None:
        """The first claim. A referred case stays with its party."""
        self._only(CaseState.ACCEPTED, CaseState.REFERRED, CaseState.WORKING)
        self._to(CaseState.REFERRED if self.party else CaseState.WORKING, now)

    def stop_work(self, now: datetime) -> None:
        """The last holder let go: the claim deadline keeps running."""
        self._only(CaseState.WORKING, CaseState.REFERRED)
        self._to(CaseState.REFERRED if self.party else CaseState.ACCEPTED, now)

    def withdraw(self, now: datetime) -> None:
        """不用办了."""
        self._only(*OPEN)
        self.closed_at = now
        self._to(CaseState.WITHDRAWN, now)

    def merge_into(self, other: Case, now: datetime) -> None:
        """The same matter as `other`, which goes on. Raises RuleError for itself or an ended one."""
        if other is self:
            raise RuleError("no-merge-with-itself")
        self._only(*OPEN)
        if not other.is_open:
            raise RuleError("no-case-over", no=other.number)
        self.merged_into, self.closed_at = other.id, now
        self._to(CaseState.MERGED, now)
