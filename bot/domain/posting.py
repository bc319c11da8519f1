"""A posting: what somebody in charge of a building writes to its group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.place import Place


class PostingState(StrEnum):
    """Where a posting stands."""

    DRAFT = "draft"  # a preview; nobody else has seen it
    SENT = "sent"
    DROPPED = "dropped"  # 取消
    TAKEN_BACK = "taken_back"  # 撤销, within the minute


@dataclass
class Posting:
    """Words for one building's group."""

    member_id: int
    compound: str
    building: str
    text: str
    made_at: datetime
    state: PostingState = PostingState.DRAFT
    sent_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """Whose group reads it."""
        return Place(self.compound, self.building)

    def send(self, now: datetime) -> None:
        """发送. Raises RuleError once sent or dropped."""
        self._only_draft()
        self.state, self.sent_at, self.changed_at = PostingState.SENT, now, now

    def drop(self, now: datetime) -> None:
        """取消. Raises RuleError once sent or dropped."""
        self._only_draft()
        self.state, self.changed_at = PostingState.DROPPED, now

    def may_take_back(self, now: datetime, within: timedelta) -> bool:
        """Sent a moment ago?"""
        return self.state is PostingState.SENT and self.sent_at is not None and now - self.sent_at <= within

    def take_back(self, now: datetime, within: timedelta) -> None:
        """撤销. Raises RuleError when it was not sent, or too long ago."""
        if not self.may_take_back(now, within):
            raise RuleError("no-too-late-to-undo")
        self.state, self.changed_at = PostingState.TAKEN_BACK, now

    def _only_draft(self) -> None:
        if self.state is not PostingState.DRAFT:
            raise RuleError("no-stale-button")
