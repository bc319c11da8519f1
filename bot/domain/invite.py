"""An invite: a one-time link that makes somebody a coordinator, or a member of a team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.place import Place

INVITE_LIVES = timedelta(hours=24)


@dataclass
class Invite:
    """The code itself is never stored, only its keyed hash."""

    code_hash: str
    role: str
    made_at: datetime
    expires_at: datetime
    team: str | None = None
    duty: str | None = None
    compound: str | None = None
    buildings: str | None = None
    by_id: int | None = None
    used_at: datetime | None = None
    used_by: int | None = None
    version: int = 1
    id: int | None = None

    @property
    def places(self) -> list[Place]:
        """Where the duty holds: these buildings, or the whole compound."""
        if self.compound is None:
            return []
        return [Place(self.compound, name) for name in (self.buildings or "").split("|") if name] or [
            Place(self.compound)
        ]

    def use(self, member_id: int, now: datetime) -> None:
        """Redeems it. Raises RuleError when used or too old."""
        if self.used_at is not None:
            raise RuleError("no-invite-used")
        if now > self.expires_at:
            raise RuleError("no-invite-expired")
        self.used_at, self.used_by = now, member_id
