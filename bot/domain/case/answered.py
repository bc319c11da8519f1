"""Whether it is solved: said to be, asked, answered by the resident, or by silence."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case.facts import CaseFacts
from bot.domain.case.states import CaseState, Ending
from bot.domain.errors import RuleError

REOPEN_WITHIN = timedelta(days=30)
DOUBLE_TAP = timedelta(seconds=2)
"""So soon after 已解决 a tap on what stands there now was meant for 已解决."""


class Answered(CaseFacts):
    """等您确认, 已解决, 没解决, ★."""

    def propose(self, now: datetime) -> None:
        """Said to be done: now the resident is asked."""
        self._only(CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.proposed_at, self.reminded_at = now, None
        self._to(CaseState.PROPOSED, now)

    def take_back(self, now: datetime) -> None:
        """It was not done after all, say those who said so: the question is withdrawn. Raises RuleError once answered."""
        self._only(CaseState.PROPOSED)
        self.proposed_at = self.reminded_at = None
        self._to(CaseState.REFERRED if self.party else CaseState.WORKING, now)

    def confirm(self, now: datetime) -> None:
        """已解决, said by the resident: asked for, or late after we had stopped waiting."""
        late = self.state is CaseState.CLOSED and self.how is Ending.UNCONFIRMED and self.may_reopen(now)
        if not late:
            self._only(CaseState.PROPOSED)
        self.how, self.closed_at = Ending.FIXED, now
        self._to(CaseState.CLOSED, now)

    def close_unconfirmed(self, now: datetime) -> None:
        """Nobody answered: ended, and counted as silence."""
        self._only(CaseState.PROPOSED)
        self.how, self.closed_at = Ending.UNCONFIRMED, now
        self._to(CaseState.CLOSED, now)

    def may_reopen(self, now: datetime) -> bool:
        """没解决 counts for 30 days after it ended or was said to be done."""
        since = self.closed_at or self.proposed_at
        return (
            self.state in (CaseState.PROPOSED, CaseState.CLOSED)
            and since is not None
            and now - since <= REOPEN_WITHIN
        )

    def reopen(self, now: datetime) -> None:
        """没解决: back to the same team (or party), the clock going on. Raises RuleError after 30 days."""
        self._only(CaseState.PROPOSED, CaseState.CLOSED)
        if not self.may_reopen(now):
            raise RuleError("no-too-late-to-reopen", no=self.number)
        self.how = self.closed_at = self.proposed_at = None
        self._to(CaseState.REFERRED if self.party else CaseState.ACCEPTED, now)

    def dispute(self, now: datetime) -> None:
        """我有意见, of a 不受理, within 30 days. Raises RuleError otherwise; the case stays as it is."""
        if self.state is not CaseState.DECLINED:
            raise RuleError("no-case-elsewhere", no=self.number)
        if not self.may_dispute(now):
            raise RuleError("no-too-late-to-reopen", no=self.number)
        self.changed_at = now

    def may_dispute(self, now: datetime) -> bool:
        """Was it declined, and not long ago?"""
        since = self.closed_at
        return self.state is CaseState.DECLINED and since is not None and now - since <= REOPEN_WITHIN

    def rate(self, stars: int, now: datetime) -> None:
        """★ to ★★★★★, changeable. Raises RuleError before it is solved or outside 1…5, and for a double tap.

        The stars come where 已解决 was: a second tap a moment later was not meant for a star.
        """
        if self.state is not CaseState.CLOSED or self.how is not Ending.FIXED or not 1 <= stars <= 5:
            raise RuleError("no-cannot-rate", no=self.number)
        if self.closed_at is not None and now - self.closed_at < DOUBLE_TAP:
            raise RuleError("no-stars-so-soon", no=self.number)
        self.stars, self.changed_at = stars, now
