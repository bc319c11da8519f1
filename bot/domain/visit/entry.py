"""A batch of results from paper, entered in one go and taken back in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import RuleError

UNDO_WITHIN = timedelta(hours=1)


@dataclass
class PaperEntry:
    """Which visits, by whom, when."""

    by_id: int
    at: datetime
    visits: tuple[int, ...]
    undone_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def may_undo(self, member_id: int | None, now: datetime) -> bool:
        """Is it theirs, and soon enough?"""
        return self.undone_at is None and self.by_id == member_id and now <= self.at + UNDO_WITHIN

    def undo(self, member_id: int, now: datetime) -> None:
        """撤销. Raises RuleError for somebody else's, after an hour, and the second time."""
        if not self.may_undo(member_id, now):
            raise RuleError("no-entry-undo")
        self.undone_at = now
