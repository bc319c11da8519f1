"""A promise that was not kept: one 还是您去吗?, then the place is free again."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.playbook import Visits
from bot.domain.task import HoldState
from bot.domain.visit.states import VisitHold
from bot.domain.visit.taking import Taking


class Broken(StrEnum):
    """What is to be done about a promise."""

    ASK = "ask"  # 还是您去吗?
    RETURN = "return"  # back to the pool, without another question


def broken_at(hold: VisitHold, rules: Visits) -> datetime | None:
    """When the next thing is to be done about this promise; None without a promised time."""
    if hold.promised_at is None:
        return None
    if hold.asked_still_at is None or hold.promised_at > hold.asked_still_at:
        return hold.promised_at + rules.promise_grace
    return hold.asked_still_at + rules.answer_within


class Promises(Taking):
    """What happens to those who said they would go and have not."""

    def check_promise(self, hold: VisitHold, rules: Visits, now: datetime) -> Broken | None:
        """Asks once, then takes the visit back; what was done, or None while there is nothing to do."""
        due = broken_at(hold, rules)
        if not self.is_waiting or hold.state is not HoldState.HOLDING or due is None or now < due:
            return None
        if hold.asked_still_at is None:
            hold.asked_still_at = self.changed_at = now
            return Broken.ASK
        self._drop(hold, HoldState.RELEASED, now)
        self._settle(now)
        return Broken.RETURN

    def still_going(
        self, member_id: int, now: datetime, *, within: timedelta = timedelta(hours=2)
    ) -> VisitHold:
        """是，我去, answering 还是您去吗: soon, and before the window closes. Raises RuleError when not theirs any more."""
        hold = self._hold(member_id)
        hold.promised_at = max(now, min(now + within, self.closes_at))
        self.changed_at = now
        return hold
