"""How a task ends: done or no longer needed; and how that is taken back within a minute."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.task.facts import TaskFacts
from bot.domain.task.states import Holding, HoldState, TaskState


class Ended(TaskFacts):
    """办好了, 不用去了, and back."""

    def finish(self, member_id: int, remark: str | None, now: datetime) -> bool:
        """办好了 by one holder. True when that was the last of all slots. Raises RuleError when not theirs."""
        self._live()
        hold = self.held_by(member_id)
        if hold is None:
            raise RuleError("no-not-yours", no=self.number)
        hold.state, hold.ended_at, hold.remark = HoldState.DONE, now, remark
        if not self.active:
            self._end(TaskState.DONE, now)
            return True
        self._settle(now)
        return False

    def finish_all(self, now: datetime) -> None:
        """A leader or coordinator says it is done."""
        self._live()
        for hold in self.active:
            hold.state, hold.ended_at = HoldState.DONE, now
        self._end(TaskState.DONE, now)

    def cancel(self, now: datetime) -> list[Holding]:
        """No longer needed. Returns who held it, to be told. Raises RuleError when already over."""
        self._live()
        told = self.active
        for hold in told:
            hold.state, hold.ended_at = HoldState.RELEASED, now
        self._end(TaskState.CANCELLED, now)
        return told

    def undo_finish(self, member_id: int, now: datetime, within: timedelta) -> Holding:
        """撤销 of a wrong 办好了: theirs again. Raises RuleError when they did not say so, or it is too late."""
        if self.state not in (TaskState.OPEN, TaskState.CLAIMED, TaskState.DONE):
            raise RuleError("no-task-over", no=self.number)
        done = [h for h in self.holdings if h.member_id == member_id and h.state is HoldState.DONE]
        if not done:
            raise RuleError("no-not-yours", no=self.number)
        hold = done[-1]
        if hold.ended_at is None or now - hold.ended_at > within:
            raise RuleError("no-too-late-to-undo-done", no=self.number)
        hold.state, hold.ended_at, self.ended_at = HoldState.HOLDING, None, None
        hold.minutes = hold.confirmed_by = hold.confirmed_at = None
        self._settle(now)
        return hold

    def revive(self, now: datetime) -> list[Holding]:
        """It is needed after all: as it was when it was cancelled. Returns who holds it again, to be told.

        Raises RuleError unless it was cancelled.
        """
        if self.state is not TaskState.CANCELLED:
            raise RuleError("no-task-over", no=self.number)
        back = {HoldState.RELEASED: HoldState.HOLDING, HoldState.REFUSED: HoldState.ASKED}
        for hold in self.holdings:
            if hold.ended_at == self.ended_at and hold.state in back:
                hold.state, hold.ended_at = back[hold.state], None
        self.ended_at = None
        self._settle(now)
        return self.active
