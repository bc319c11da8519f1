"""One day of 报平安: asked, asked again, phoned, and never left until a person has said how they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.playbook import Hellos


class DayState(StrEnum):
    """How a day stands."""

    ASKED = "asked"
    AGAIN = "again"  # the gentle second question went out
    CALLING = "calling"  # somebody is to phone
    TAKEN = "taken"  # 我来打
    WELL = "well"  # they wrote, or pressed 我很好
    REACHED = "reached"  # 打通了
    SEARCHED = "searched"  # 没打通: the ladder of danger has it
    AWAY = "away"
    UNASKED = "unasked"  # nothing ran at their hour
    ENDED = "ended"  # 报平安 was switched off meanwhile


OPEN = (DayState.ASKED, DayState.AGAIN, DayState.CALLING, DayState.TAKEN)


class Step(StrEnum):
    """What the clock has to do now."""

    ASK_AGAIN = "ask_again"
    CALL = "call"  # coordinators and paired helpers are told, again and again


@dataclass
class HelloDay:
    """`next_at`: when the clock must do something; None once it is over. `rounds`: how often somebody was called."""

    hello_id: int
    member_id: int
    day: date
    state: DayState
    asked_at: datetime | None = None
    next_at: datetime | None = None
    called_at: datetime | None = None
    rounds: int = 0
    owner_id: int | None = None
    owner_name: str | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @classmethod
    def ask(cls, hello_id: int, member_id: int, day: date, rules: Hellos, now: datetime) -> HelloDay:
        """The day's one question."""
        return cls(hello_id, member_id, day, DayState.ASKED, now, now + rules.again, changed_at=now)

    def ask_after_all(self, rules: Hellos, now: datetime) -> None:
        """A day nobody was asked on turns out not to be over."""
        self.state, self.asked_at, self.next_at = DayState.ASKED, now, now + rules.again
        self.ended_at, self.changed_at = None, now

    @property
    def is_open(self) -> bool:
        """Nobody has said yet how they are."""
        return self.state in OPEN

    @property
    def is_called(self) -> bool:
        """Somebody is to phone, or is at it."""
        return self.state in (DayState.CALLING, DayState.TAKEN)

    def take_step(self, rules: Hellos, now: datetime) -> Step | None:
        """What is due; after a standstill only the last. None while nothing is, and when it is over.

        A next time further ahead than any of the spans means that the clock was set back: then it is due.
        """
        if not self.is_open or self.next_at is None or now < self.next_at <= now + rules.longest:
            return None
        self.changed_at = now
        late = self.asked_at is not None and now >= self.asked_at + rules.again + rules.call
        if self.state is DayState.ASKED and not late:
            self.state, self.next_at = DayState.AGAIN, now + rules.call
            return Step.ASK_AGAIN
        self.state, self.next_at = DayState.CALLING, now + rules.repeat
        self.called_at, self.rounds = self.called_at or now, self.rounds + 1
        self.owner_id = self.owner_name = None
        return Step.CALL

    def wait(self, rules: Hellos, now: datetime) -> None:
        """An earlier day's call is still open: this one ends with it."""
        self.state, self.next_at, self.rounds = DayState.AGAIN, now + rules.repeat, 0
        self.called_at = None

    def take(self, member_id: int, name: str, rules: Hellos, now: datetime) -> None:
        """我来打. Raises RuleError when somebody has it, naming them, and when it is over."""
        self._called()
        if self.state is DayState.TAKEN:
            raise RuleError("no-already-claimed", by=self.owner_name or "")
        self.state, self.owner_id, self.owner_name = DayState.TAKEN, member_id, name
        self.next_at, self.changed_at = now + rules.answer_within, now

    def give_back(self, member_id: int, now: datetime) -> None:
        """我打不了: the others are called at once. Raises RuleError when not theirs."""
        self._theirs(member_id)
        self.state, self.next_at, self.changed_at = DayState.CALLING, now, now
        self.owner_id = self.owner_name = None

    def finish(self, member_id: int, reached: bool, now: datetime) -> None:
        """打通了, 没打通. Raises RuleError when not theirs."""
        self._theirs(member_id)
        self.end(DayState.REACHED if reached else DayState.SEARCHED, now, by_id=member_id)

    def end(self, state: DayState, now: datetime, *, by_id: int | None = None) -> None:
        """Over, however that came."""
        self.state, self.next_at, self.ended_by = state, None, by_id
        self.ended_at = self.changed_at = now

    def _called(self) -> None:
        if not self.is_called:
            raise RuleError("no-call-over")

    def _theirs(self, member_id: int) -> None:
        self._called()
        if self.owner_id != member_id:
            raise RuleError("no-visit-not-yours")
