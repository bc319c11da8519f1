"""A task 任务: what a volunteer takes on, with a number of slots 名额."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"  # 待认领: at least one slot is free
    CLAIMED = "claimed"  # every slot has its holder
    DONE = "done"  # 办好了
    CANCELLED = "cancelled"  # no longer needed
    MISSED = "missed"  # its time went by (visits)


class TaskKind(StrEnum):
    """What the task asks for."""

    DO = "do"  # go and do it
    FOLLOW_UP = "follow_up"  # 跟进: keep after the party until it has acted


class HoldState(StrEnum):
    """What became of one holder's promise."""

    ASKED = "asked"  # 请您去: asked by a leader or coordinator, has not answered
    HOLDING = "holding"
    DONE = "done"
    RELEASED = "released"  # 我去不了, or taken back
    REFUSED = "refused"  # answered 去不了 when asked


@dataclass
class Holding:
    """One person's hold on one slot."""

    member_id: int
    state: HoldState
    at: datetime
    name: str = ""  # how the card calls them
    by_id: int | None = None  # who asked them
    ended_at: datetime | None = None
    remark: str | None = None
    id: int | None = None
    task_id: int | None = None


@dataclass
class Task:
    """Work for volunteers. Every move touches this row, so that two claims can never both count the same free slot."""

    team: str
    category: str | None
    created_at: datetime
    case_id: int | None = None
    kind: TaskKind = TaskKind.DO
    state: TaskState = TaskState.OPEN
    slots: int = 1
    needs_certified: bool = False  # 持证
    needs_entry: bool = False  # 可入户
    claim_due_at: datetime | None = None
    climbed_at: datetime | None = None
    climbs: int = 0
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    holdings: list[Holding] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def number(self) -> str:
        """As people say it: "12" of T12."""
        return str(self.id)

    @property
    def holders(self) -> list[Holding]:
        """Who goes: holding it, or done with their part."""
        return [h for h in self.holdings if h.state in (HoldState.HOLDING, HoldState.DONE)]

    @property
    def active(self) -> list[Holding]:
        """Who still has it in hand."""
        return [h for h in self.holdings if h.state is HoldState.HOLDING]

    @property
    def free(self) -> int:
        """Slots nobody holds."""
        return self.slots - len(self.holders)

    @property
    def is_live(self) -> bool:
        """Neither done nor cancelled nor missed."""
        return self.state in (TaskState.OPEN, TaskState.CLAIMED)

    def held_by(self, member_id: int | None) -> Holding | None:
        """That person's hold, while it lasts."""
        return next((h for h in self.active if h.member_id == member_id), None)

    def asked(self, member_id: int | None) -> Holding | None:
        """That person was asked and has not answered."""
        return next(
            (h for h in self.holdings if h.member_id == member_id and h.state is HoldState.ASKED), None
        )

    def claim(self, member_id: int, name: str, now: datetime) -> Holding:
        """认领: takes a free slot. Raises RuleError when it is over, full (naming who has it) or already theirs."""
        self._live()
        if self.held_by(member_id) or any(h.member_id == member_id for h in self.holders):
            raise RuleError("no-already-yours", no=self.number)
        if self.free <= 0:
            raise RuleError("no-already-claimed", by="、".join(h.name for h in self.holders))
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

    def ask(self, member_id: int, name: str, by_id: int, now: datetime) -> Holding:
        """请您去: one person is asked. Raises RuleError when over, full, theirs already or already asked."""
        self._live()
        if self.held_by(member_id):
            raise RuleError("no-already-yours", no=self.number)
        if self.free <= 0:
            raise RuleError("no-already-claimed", by="、".join(h.name for h in self.holders))
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

    def set_slots(self, slots: int, now: datetime) -> None:
        """How many go. Raises RuleError below one, or below who already goes."""
        self._live()
        if slots < max(1, len(self.holders)):
            raise RuleError("no-too-few-slots")
        self.slots = slots
        self._settle(now)

    def _live(self) -> None:
        if not self.is_live:
            raise RuleError("no-task-over", no=self.number)

    def _settle(self, now: datetime) -> None:
        self.state = TaskState.CLAIMED if self.free == 0 else TaskState.OPEN
        self.changed_at = now

    def _end(self, state: TaskState, now: datetime) -> None:
        for hold in self.holdings:
            if hold.state is HoldState.ASKED:
                hold.state, hold.ended_at = HoldState.REFUSED, now
        self.state = state
        self.ended_at = self.changed_at = now
