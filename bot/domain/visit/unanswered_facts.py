"""What is known of a search: who began it, how far it has come, who has it in hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.visit.found import Found
from bot.domain.visit.unanswered_steps import Owner, Sign, Stage, Tried


@dataclass
class UnansweredFacts:
    """`next_at` is when the clock must do something next; never None while it is open. `rounds`: since the last word.

    `ill`: known to be ill, so the building head is asked at once. `odd`: something was heard: rescue is called.
    Over without `found`: the knock was a wrong press.
    """

    visit_id: int | None
    household_id: int
    started_at: datetime
    next_at: datetime
    holder_id: int | None = None
    ill: bool = False
    odd: bool = False
    stage: Stage = Stage.DOOR
    asked: bool = False  # the present stage's owner has been asked
    rounds: int = 0
    family_asked: bool = False
    taken_by: int | None = None
    taken_name: str = ""
    going_id: int | None = None  # who is on the way to look
    refused: tuple[int, ...] = ()  # 我去不了: their stand-ins are asked
    found: Found | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    signs: frozenset[Sign] = frozenset()  # what was heard or smelt
    changed_at: datetime | None = None
    tried: list[Tried] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def is_over(self) -> bool:
        """A person has said how she was found, or that the knock was a wrong press."""
        return self.ended_at is not None

    @property
    def mistaken(self) -> bool:
        """按错了: nobody was ever missing."""
        return self.is_over and self.found is None

    @property
    def owner(self) -> Owner:
        """Who has it in hand now."""
        if self.taken_by is not None:
            return Owner.COORDINATOR
        if self.stage >= Stage.OFFICE or self.odd:
            return Owner.COORDINATORS
        return Owner.FAMILY if self.stage is Stage.FAMILY else Owner.HOLDER
