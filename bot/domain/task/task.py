"""A task 任务: what a volunteer takes on, with a number of slots 名额."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.task.ended import Ended
from bot.domain.task.states import Holding, HoldState

MOST_SLOTS = 20


class Task(Ended):
    """Every move it can make. Taken on, handed back, offered to one person."""

    def claim(self, member_id: int, name: str, now: datetime) -> Holding:
        """认领: takes a free slot. Raises RuleError when it is over, full (naming who has it) or already theirs."""
        self._live()
        if self.held_by(member_id) or any(h.member_id == member_id for h in self.holders):
            raise RuleError("no-already-yours", no=self.number)
        if self.free <= 0:
            raise RuleError("no-already-claimed", by=[h.name for h in self.holders])
        hold = self.asked(member_id)
        if hold is None:
            hold = Holding(member_id, HoldState.HOLDING, now)
            self.holdings.append(hold)
        hold.state, hold.at, hold.name = HoldState.HOLDING, now, name
        self._settle(now)
        return hold

    def release(self, member_id: int, now: datetime) -> Holding:
        """我去不了. Raises RuleError when not held by that person."""
        self._live()
        hold = self.held_by(member_id)
        if hold is None:
            raise RuleError("no-not-yours", no=self.number)
        hold.state, hold.ended_at = HoldState.RELEASED, now
        self._settle(now)
        return hold

    def undo_claim(self, member_id: int, now: datetime, within: timedelta) -> Holding:
        """撤销 a wrong press. Raises RuleError when it is too late for that (我去不了 still works)."""
        hold = self.held_by(member_id)
        if hold is not None and now - hold.at > within:
            raise RuleError("no-too-late-to-undo")
        return self.release(member_id, now)

    def ask(self, member_id: int, name: str, by_id: int, now: datetime) -> Holding:
        """请您去: one person is asked. Raises RuleError when over, full, theirs already or already asked."""
        self._live()
        if self.held_by(member_id):
            raise RuleError("no-already-yours", no=self.number)
        if self.free <= 0:
            raise RuleError("no-already-claimed", by=[h.name for h in self.holders])
        if self.asked(member_id):
            raise RuleError("no-asked-already", name=name)
        hold = Holding(member_id, HoldState.ASKED, now, name, by_id)
        self.holdings.append(hold)
        self.changed_at = now
        return hold

    def refuse(self, member_id: int, now: datetime) -> Holding:
        """去不了, answered by who was asked. Raises RuleError when not asked (any more)."""
        hold = self.asked(member_id)
        if hold is None:
            raise RuleError("no-not-asked", no=self.number)
        hold.state, hold.ended_at, self.changed_at = HoldState.REFUSED, now, now
        return hold

    def set_slots(self, slots: int, now: datetime, *, fewest: int = 1) -> None:
        """How many go. Raises RuleError below `fewest` or who already goes, and for more than ever go."""
        self._live()
        if slots < max(1, len(self.holders)):
            raise RuleError("no-too-few-slots")
        if slots < fewest:
            raise RuleError("no-only-together", count=fewest)
        if slots > MOST_SLOTS:
            raise RuleError("no-too-many-slots", count=MOST_SLOTS)
        self.slots = slots
        self._settle(now)
