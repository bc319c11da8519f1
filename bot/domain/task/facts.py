"""What is known of a task."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.task.states import Holding, HoldState, TaskKind, TaskState


@dataclass
class TaskFacts:
    """Work for volunteers. Every move touches this row, so that two claims can never both count the same free slot."""

    team: str
    category: str | None
    created_at: datetime
    case_id: int | None = None
    kind: TaskKind = TaskKind.DO
    state: TaskState = TaskState.OPEN
    slots: int = 1
    needs: tuple[str, ...] = ()  # kinds of marks: 持证, 可入户, 力气, a language
    claim_due_at: datetime | None = None
    climbed_at: datetime | None = None
    climbs: int = 0
    widen_at: datetime | None = None  # when more are asked; None where it was offered in a group
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
    def is_untouched(self) -> bool:
        """Nobody has claimed it or been asked."""
        return self.state is TaskState.OPEN and not self.holdings

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
