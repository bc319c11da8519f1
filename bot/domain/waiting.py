"""What waits for a person of the community, most urgent first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from bot.domain.place import Place


class WaitKind(IntEnum):
    """Why something waits; the smaller, the more urgent."""

    ALARM = 1  # nobody has taken it
    UNCLEAR = 2  # a case that no coordinator has decided on
    DRAFT = 3  # told us, and never sent
    UNCLAIMED = 4  # a task past its time that nobody took
    OVERDUE = 5  # a case past its time, or a party's promise
    JOIN = 6  # somebody wants to join a team
    POST = 7  # a message whose fate a person has to decide
    UPDATE = 8  # something sent to us that we could not deal with


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that waits. `ref` is its row, `at` since when or by when, `no` what people call it.

    `what` is a key of the playbook (a category, a danger, a team), `who` a person's or a group's name.
    """

    kind: WaitKind
    ref: int
    at: datetime
    no: str = ""
    place: Place = field(default_factory=Place)
    what: str | None = None
    who: str | None = None

    @property
    def order(self) -> tuple[int, datetime, int]:
        """Most urgent first, then who has waited longest."""
        return (self.kind, self.at, self.ref)
