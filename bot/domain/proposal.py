"""A proposal: somebody is to become a coordinator or an admin, and a second person has to agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.role import Role


class ProposalState(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"  # for a second person
    AGREED = "agreed"
    REFUSED = "refused"
    EXPIRED = "expired"  # nobody answered in time


@dataclass
class Proposal:
    """`by_id` and `second_id` are None for whoever runs the program, who counts as one person."""

    role: Role
    member_id: int
    by_id: int | None
    made_at: datetime
    expires_at: datetime
    state: ProposalState = ProposalState.WAITING
    second_id: int | None = None
    decided_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def decide(self, agree: bool, second_id: int | None, now: datetime) -> None:
        """同意 or 拒绝, by somebody else. Raises RuleError for who proposed it, who is proposed, and too late."""
        if self.state is not ProposalState.WAITING or now > self.expires_at:
            raise RuleError("no-proposal-over")
        if second_id == self.by_id or second_id == self.member_id:
            raise RuleError("no-second-yourself")
        self.second_id = second_id
        self._end(ProposalState.AGREED if agree else ProposalState.REFUSED, now)

    def expire(self, now: datetime) -> None:
        """Nobody answered in time."""
        self._end(ProposalState.EXPIRED, now)

    def _end(self, state: ProposalState, now: datetime) -> None:
        self.state = state
        self.decided_at = self.changed_at = now
