"""What came of it: at the door, on the telephone, or nothing at all."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.task import HoldState
from bot.domain.visit.promises import Promises
from bot.domain.visit.states import PAUSING, Outcome, VisitHold, VisitState


class Outcomes(Promises):
    """A visit comes to its end. Outcomes are said by who holds it; on paper days by a coordinator (`for_them`)."""

    def meet(self, member_id: int, now: datetime, *, for_them: bool = False) -> None:
        """见到了. Raises RuleError when over, not theirs, or a first visit without company."""
        self._may_tell(member_id, for_them)
        self._tell(Outcome.MET, member_id, now)
        self._end(VisitState.DONE, now)

    def phone(self, member_id: int, now: datetime, *, phoned_last: bool, for_them: bool = False) -> bool:
        """打电话联系上了. True when that is enough this time; after a period that was only phoned, it is not.

        Then the contact is kept and the visit still has to be made. Raises RuleError when over or not theirs.
        """
        self._may_tell(member_id, for_them, company=False)
        self.phoned_at = self.changed_at = now
        if phoned_last:
            return False
        self._tell(Outcome.PHONED, member_id, now)
        self._end(VisitState.DONE, now)
        return True

    def turn_away(self, member_id: int, now: datetime, *, for_them: bool = False) -> None:
        """不想见. Raises RuleError when over or not theirs."""
        self._may_tell(member_id, for_them, company=False)
        self._tell(Outcome.REFUSED, member_id, now)
        self._end(VisitState.DONE, now)

    def find_absent(self, outcome: Outcome, member_id: int, now: datetime, *, for_them: bool = False) -> None:
        """住院了 or 出门住一阵: waits for a second person to agree to the pause. Raises RuleError as above."""
        self._may_tell(member_id, for_them, company=False)
        if outcome not in PAUSING:
            raise RuleError("no-pause-reason")
        self._tell(outcome, member_id, now)
        self.state = VisitState.AWAITING

    def knock_unanswered(self, member_id: int, now: datetime, *, for_them: bool = False) -> None:
        """敲门没人应: from here on the ladder of danger has it. Raises RuleError when over or not theirs."""
        self._may_tell(member_id, for_them, company=False)
        self._tell(Outcome.NO_ANSWER, member_id, now)
        self.state = VisitState.NO_ANSWER

    def leave_silent(self, member_id: int, now: datetime) -> None:
        """没人应 where nobody lives alone, and nothing but a word was to be left: no danger. Raises RuleError as above."""
        self._may_tell(member_id, False, company=False)
        self._tell(Outcome.NO_ANSWER, member_id, now)
        self._end(VisitState.DONE, now)

    @property
    def left_silent(self) -> bool:
        """Did `leave_silent` end it? A search ends later than it begins."""
        over = self.state is VisitState.DONE and self.outcome is Outcome.NO_ANSWER
        return over and self.outcome_at == self.ended_at

    def found(self, now: datetime, *, enough: bool = True) -> None:
        """A person has said how she was found. Not `enough`: the visit is still to be made, while its window is open.

        Raises RuleError when nobody is looking for her.
        """
        if self.state is not VisitState.NO_ANSWER:
            raise RuleError("no-visit-over")
        if enough or now >= self.closes_at:
            self._end(VisitState.DONE, now)
        else:
            self.knock_mistaken(now)
            self.phoned_at = now

    def knock_mistaken(self, now: datetime) -> None:
        """敲门没人应 was a wrong press: still theirs. Raises RuleError when nobody is looking for her."""
        if self.state is not VisitState.NO_ANSWER:
            raise RuleError("no-visit-over")
        self.outcome = self.outcome_at = self.outcome_by = None
        self._settle(now)

    def search_again(self, member_id: int, now: datetime) -> None:
        """The word that she was found was a wrong press. Raises RuleError when the visit ended otherwise."""
        if self.state is VisitState.DONE and self.outcome is Outcome.NO_ANSWER:
            for hold in self.holds:
                if hold.state is HoldState.DONE and hold.ended_at == self.ended_at:
                    hold.state, hold.ended_at = HoldState.HOLDING, None
            self.ended_at = None
        else:
            self._waiting()
        self._tell(Outcome.NO_ANSWER, member_id, now)
        self.state = VisitState.NO_ANSWER

    def undo(self, member_id: int, now: datetime, within: timedelta) -> None:
        """撤销 a wrong 见到了, 打电话联系上了, 不想见 or harmless 没人应.

        Raises RuleError when it was not theirs, or too late for that.
        """
        if self.state is not VisitState.DONE or (self.outcome is Outcome.NO_ANSWER and not self.left_silent):
            raise RuleError("no-visit-over")
        if self.outcome_by != member_id:
            raise RuleError("no-visit-not-yours")
        if self.ended_at is None or now - self.ended_at > within:
            raise RuleError("no-visit-too-late-to-undo")
        for hold in self.holds:
            if hold.state is HoldState.DONE and hold.ended_at == self.ended_at:
                hold.state, hold.ended_at = HoldState.HOLDING, None
        if self.outcome is Outcome.PHONED:
            self.phoned_at = None
        self.outcome = self.outcome_at = self.outcome_by = self.ended_at = None
        self._settle(now)

    def pause(self, now: datetime) -> list[VisitHold]:
        """Two people agreed that nobody is there till after it closes. Returns who need not go, to be told."""
        if self.is_over:
            raise RuleError("no-visit-over")
        told = self.active
        self._end(VisitState.PAUSED, now)
        return told

    def go_after_all(self, now: datetime) -> None:
        """The second person did not agree: somebody has to go. Raises RuleError when no pause was asked for."""
        if self.state is not VisitState.AWAITING:
            raise RuleError("no-visit-over")
        self.outcome = self.outcome_at = self.outcome_by = None
        self._settle(now)

    def stop(self, now: datetime) -> list[VisitHold]:
        """The plan ended. Returns who need not go, to be told. Raises RuleError when over."""
        if self.is_over:
            raise RuleError("no-visit-over")
        told = self.active
        self._end(VisitState.STOPPED, now)
        return told

    def miss(self, now: datetime) -> list[VisitHold]:
        """Its window has closed: a coordinator owns a phone call from now on. Returns who held it.

        Raises RuleError before that, when it is over, and while somebody is being looked for.
        """
        if self.is_over or self.state is VisitState.NO_ANSWER:
            raise RuleError("no-visit-over")
        if now < self.closes_at:
            raise RuleError("no-visit-not-late")
        told = self.active
        self._end(VisitState.MISSED, now)
        return told

    def _may_tell(self, member_id: int, for_them: bool, *, company: bool = True) -> None:
        if for_them:
            self._waiting()
            return
        hold = self._hold(member_id)
        if company and hold.newcomer and len(self.active) < 2:
            raise RuleError("no-first-visit-alone")

    def _tell(self, outcome: Outcome, member_id: int, now: datetime) -> None:
        self.outcome, self.outcome_by = outcome, member_id
        self.outcome_at = self.changed_at = now
