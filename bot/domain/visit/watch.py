"""Lone-visit safety: 还好吗? at every step while somebody is in a flat by themselves; who says nothing is looked after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError

ANSWER_WITHIN = timedelta(minutes=5)
"""So long 还好吗? waits for an answer, before it is asked once more, and before others are called."""
AGAIN = timedelta(minutes=5)
"""The call to the buddy and the coordinators is repeated so often until somebody takes it."""
TAKEN = timedelta(minutes=30)
"""Who took it and says nothing for so long has lost it: all are called again."""
TWICE = 2


class WatchAct(StrEnum):
    """What the clock does."""

    ASK = "ask"  # 还好吗?
    CALL = "call"  # the buddy and the coordinators


@dataclass
class Watch:
    """One visit somebody makes alone. `next_at`: when the clock must do something; `asked`: since the last answer.

    `calling`: nobody answered, or they said 需要人 (`needs`): others are called until one says 我来.
    """

    visit_id: int
    household_id: int
    member_id: int
    started_at: datetime
    next_at: datetime
    asked: int = 0
    calling: bool = False
    needs: bool = False
    rounds: int = 0
    taken_by: int | None = None
    taken_name: str = ""
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def is_over(self) -> bool:
        """结束, or the visit is."""
        return self.ended_at is not None

    def take_step(self, now: datetime) -> WatchAct | None:
        """What is due now, once however long the clock stood still; None while nothing is. Sets when to look again."""
        far = self.next_at - now > timedelta(hours=4)  # the clock was set back
        if self.is_over or (now < self.next_at and not far):
            return None
        self.changed_at = now
        if not self.calling and self.asked < TWICE:
            self.asked, self.next_at = self.asked + 1, now + ANSWER_WITHIN
            return WatchAct.ASK
        self.calling, self.rounds, self.next_at = True, self.rounds + 1, now + AGAIN
        self.taken_by, self.taken_name = None, ""
        return WatchAct.CALL

    def answer(self, step: timedelta, now: datetime) -> bool:
        """好着呢: asked again one step later. True when others were called for nothing. Raises RuleError when over."""
        self._open()
        called, self.calling, self.needs = self.calling, False, False
        self.asked = self.rounds = 0
        self.taken_by, self.taken_name = None, ""
        self.next_at, self.changed_at = now + step, now
        return called

    def need(self, now: datetime) -> None:
        """需要人: others are called at once. Raises RuleError when over."""
        self._open()
        self.calling = self.needs = True
        self.taken_by, self.taken_name = None, ""
        self.next_at = self.changed_at = now

    def take(self, member_id: int, name: str, now: datetime) -> None:
        """我来. Raises RuleError when over, when nobody is called (any more), and when somebody has it, naming them."""
        self._called()
        if self.taken_by is not None:
            raise RuleError("no-alarm-taken", by=self.taken_name)
        self.taken_by, self.taken_name = member_id, name
        self.next_at, self.changed_at = now + TAKEN, now

    def give_back(self, member_id: int, now: datetime) -> None:
        """我去不了, by who took it: the others are called at once. Raises RuleError for anybody else."""
        self._called()
        if self.taken_by != member_id:
            raise RuleError("no-alarm-not-yours")
        self.taken_by, self.taken_name = None, ""
        self.next_at = self.changed_at = now

    def end(self, now: datetime) -> bool:
        """结束, 见到了, or 人没事 by who took it. True when others were called. Raises RuleError the second time."""
        self._open()
        self.ended_at = self.changed_at = now
        return self.calling

    def _open(self) -> None:
        if self.is_over:
            raise RuleError("no-lone-over")

    def _called(self) -> None:
        self._open()
        if not self.calling:
            raise RuleError("no-lone-well")


def start_watch(visit_id: int, household_id: int, member_id: int, step: timedelta, now: datetime) -> Watch:
    """开始."""
    return Watch(visit_id, household_id, member_id, now, now + step)
