"""A neighbour's reply to a notice in their group: talk, until somebody makes it a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.place import Place


@dataclass
class Reply:
    """Said in that message of that group, which is the group of that building."""

    notice_id: int
    chat_id: int
    message_id: int
    text: str
    at: datetime
    member_id: int | None = None
    compound: str | None = None
    building: str | None = None
    case_id: int | None = None
    id: int | None = None

    @property
    def place(self) -> Place:
        """The building."""
        return Place(self.compound, self.building)
