"""What is known of a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.case.parts import Addition, Attachment
from bot.domain.case.states import OPEN, CaseState, Ending
from bot.domain.errors import RuleError
from bot.domain.place import Place


@dataclass
class CaseFacts:
    """One reported matter. Deadlines (`…_due_at`) are aware UTC; the clock starts at the report and is never reset."""

    reporter_id: int | None
    text: str
    reported_at: datetime
    state: CaseState = CaseState.NEW
    category: str | None = None
    team: str | None = None
    party: str | None = None
    danger: str | None = None
    urgent: bool = False
    sensitive: bool = False
    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
    origin_chat_id: int | None = None
    origin_message_id: int | None = None
    media_group: str | None = None
    accept_due_at: datetime | None = None
    claim_due_at: datetime | None = None
    resolve_due_at: datetime | None = None
    promised_at: datetime | None = None
    reminded_at: datetime | None = None
    climbed_at: datetime | None = None  # when a deadline passed last made itself heard
    proposed_at: datetime | None = None
    closed_at: datetime | None = None
    how: Ending | None = None
    reason: str | None = None
    responsible: str | None = None
    merged_into: int | None = None
    linked_to: int | None = None
    stars: int | None = None
    praise: str | None = None
    followers: int = 0
    proxy_id: int | None = None  # reported for somebody without Telegram
    told_at: datetime | None = None  # and when a person told them the result
    changed_at: datetime | None = None
    attachments: list[Attachment] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def number(self) -> str:
        """As people say it: "12" of #12."""
        return str(self.id)

    @property
    def place(self) -> Place:
        """Where it is, whole: for who does it, not for the group."""
        return Place(self.compound, self.building, self.unit, self.room)

    @property
    def is_open(self) -> bool:
        """Somebody still owes an answer."""
        return self.state in OPEN

    def _only(self, *states: CaseState) -> None:
        if self.state in states:
            return
        if not self.is_open:
            raise RuleError("no-case-over", no=self.number)
        raise RuleError("no-case-elsewhere", no=self.number)

    def _to(self, state: CaseState, now: datetime) -> None:
        self.state, self.changed_at = state, now
