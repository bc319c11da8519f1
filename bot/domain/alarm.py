"""An alarm: present danger, paged to the coordinators until one of them presses 我来."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.place import Place


@dataclass
class Alarm:
    """One danger, heard once. `paged` counts the rounds; `next_at` is when the next one is due."""

    danger: str
    raised_at: datetime
    case_id: int | None = None
    compound: str | None = None
    building: str | None = None
    taken_at: datetime | None = None
    taken_by: int | None = None
    taken_name: str | None = None
    paged: int = 0
    next_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """Where to go, as far as known without naming a flat."""
        return Place(self.compound, self.building)

    def page(self, now: datetime, again_in: timedelta) -> None:
        """One more round went out."""
        self.paged += 1
        self.next_at, self.changed_at = now + again_in, now

    def take(self, member_id: int, name: str, now: datetime) -> None:
        """我来. Raises RuleError when somebody already has it, naming them."""
        if self.taken_at is not None:
            raise RuleError("no-alarm-taken", by=self.taken_name or "")
        self.taken_at, self.taken_by, self.taken_name = now, member_id, name
        self.next_at, self.changed_at = None, now
