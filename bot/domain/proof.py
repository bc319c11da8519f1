"""A proof 证明 of a year's service hours: asked for by the volunteer, confirmed by a leader or coordinator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may


class ProofState(StrEnum):
    """What became of it."""

    ASKED = "asked"
    GIVEN = "given"  # 开了: the paper is in their private chat
    REFUSED = "refused"  # 先不开


@dataclass
class Proof:
    """One asking. What stands on the paper is read when it is made, from confirmed hours alone."""

    member_id: int
    year: int
    asked_at: datetime
    state: ProofState = ProofState.ASKED
    decided_by: int | None = None
    decided_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def decide(self, given: bool, by_id: int, now: datetime) -> None:
        """开证明 or 先不开. Raises RuleError for one's own, and the second time."""
        if by_id == self.member_id:
            raise RuleError("no-own-time")
        if self.state is not ProofState.ASKED:
            raise RuleError("no-proof-decided")
        self.state = ProofState.GIVEN if given else ProofState.REFUSED
        self.decided_by, self.decided_at, self.changed_at = by_id, now, now


def may_decide(by: Member, person: Member) -> bool:
    """Leads one of their teams, or answers for the community; never for oneself."""
    teams = [place.team for place in person.teams if person.in_team(place.team)]
    return by.id != person.id and any(may(by, Verb.GIVE_PROOF, Subject(team=team)) for team in (*teams, None))
