"""A case 您反映的事: what a resident reported, from the report to the resident's own word on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.place import Place

REOPEN_WITHIN = timedelta(days=30)
DOUBLE_TAP = timedelta(seconds=2)
"""So soon after 已解决 a tap on what stands there now was meant for 已解决."""


class CaseState(StrEnum):
    """Where a case stands."""

    NEW = "new"  # waits for a coordinator to say who does it
    ACCEPTED = "accepted"  # a team has it; nobody goes yet
    WORKING = "working"  # 有人在办
    REFERRED = "referred"  # 已转办: a party must act, with a promised time; one of ours follows up
    PROPOSED = "proposed"  # 等您确认: said to be done, the resident has not said so
    CLOSED = "closed"  # 已结束, see `how`
    DECLINED = "declined"  # 不受理, with reason and who is responsible
    MERGED = "merged"  # went into another case
    WITHDRAWN = "withdrawn"  # 不用办了


class Ending(StrEnum):
    """How a closed case ended."""

    FIXED = "fixed"  # the resident said so
    UNCONFIRMED = "unconfirmed"  # 没等到回复: never counts as solved
    NOT_FIXED = "not_fixed"  # with a reason


OPEN = frozenset(
    {CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED, CaseState.PROPOSED}
)


@dataclass
class Attachment:
    """A photo, voice or video by Telegram's file id; `album` while the rest of its album may still come."""

    kind: str
    file_id: str
    album: str | None = None
    id: int | None = None
    case_id: int | None = None
    draft_id: int | None = None


@dataclass
class Addition:
    """What somebody added to a case later: a remark, or the words behind a 没解决."""

    member_id: int
    text: str
    at: datetime
    id: int | None = None
    case_id: int | None = None


@dataclass
class Case:
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

    def accept(self, category: str | None, team: str, now: datetime) -> None:
        """受理 / 改派: this team does it. From new, or to another team while nobody has finished."""
        self._only(CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.category, self.team, self.party, self.promised_at = category, team, None, None
        self._to(CaseState.ACCEPTED, now)

    def refer(
        self, category: str | None, party: str, team: str, promised_at: datetime, now: datetime
    ) -> None:
        """转办: the party must act by `promised_at`; `team` follows up."""
        self._only(CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.category, self.team, self.party, self.promised_at = category, team, party, promised_at
        self._to(CaseState.REFERRED, now)

    def start_work(self, now: datetime) -> None:
        """The first claim. A referred case stays with its party."""
        self._only(CaseState.ACCEPTED, CaseState.REFERRED, CaseState.WORKING)
        self._to(CaseState.REFERRED if self.party else CaseState.WORKING, now)

    def stop_work(self, now: datetime) -> None:
        """The last holder let go: the claim deadline keeps running."""
        self._only(CaseState.WORKING, CaseState.REFERRED)
        self._to(CaseState.REFERRED if self.party else CaseState.ACCEPTED, now)

    def propose(self, now: datetime) -> None:
        """Said to be done: now the resident is asked."""
        self._only(CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.proposed_at, self.reminded_at = now, None
        self._to(CaseState.PROPOSED, now)

    def confirm(self, now: datetime) -> None:
        """已解决, said by the resident: asked for, or late after we had stopped waiting."""
        late = self.state is CaseState.CLOSED and self.how is Ending.UNCONFIRMED and self.may_reopen(now)
        if not late:
            self._only(CaseState.PROPOSED)
        self.how, self.closed_at = Ending.FIXED, now
        self._to(CaseState.CLOSED, now)

    def close_unconfirmed(self, now: datetime) -> None:
        """Nobody answered: ended, and counted as silence."""
        self._only(CaseState.PROPOSED)
        self.how, self.closed_at = Ending.UNCONFIRMED, now
        self._to(CaseState.CLOSED, now)

    def may_reopen(self, now: datetime) -> bool:
        """没解决 counts for 30 days after it ended or was said to be done."""
        since = self.closed_at or self.proposed_at
        return (
            self.state in (CaseState.PROPOSED, CaseState.CLOSED)
            and since is not None
            and now - since <= REOPEN_WITHIN
        )

    def reopen(self, now: datetime) -> None:
        """没解决: back to the same team (or party), the clock going on. Raises RuleError after 30 days."""
        self._only(CaseState.PROPOSED, CaseState.CLOSED)
        if not self.may_reopen(now):
            raise RuleError("no-too-late-to-reopen", no=self.number)
        self.how = self.closed_at = self.proposed_at = None
        self._to(CaseState.REFERRED if self.party else CaseState.ACCEPTED, now)

    def decline(self, reason: str, responsible: str, now: datetime) -> None:
        """不受理, with a reason and who is responsible. Raises RuleError where another party's duty is known."""
        self._only(CaseState.NEW)
        if self.party:
            raise RuleError("no-refer-instead", party=self.party)
        self.reason, self.responsible, self.closed_at = reason, responsible, now
        self._to(CaseState.DECLINED, now)

    def withdraw(self, now: datetime) -> None:
        """不用办了."""
        self._only(*OPEN)
        self.closed_at = now
        self._to(CaseState.WITHDRAWN, now)

    def merge_into(self, other: Case, now: datetime) -> None:
        """The same matter as `other`, which goes on. Raises RuleError for itself or an ended one."""
        if other is self:
            raise RuleError("no-merge-with-itself")
        self._only(*OPEN)
        if not other.is_open:
            raise RuleError("no-case-over", no=other.number)
        self.merged_into, self.closed_at = other.id, now
        self._to(CaseState.MERGED, now)

    def rate(self, stars: int, now: datetime) -> None:
        """★ to ★★★★★, changeable. Raises RuleError before it is solved or outside 1…5, and for a double tap.

        The stars come where 已解决 was: a second tap a moment later was not meant for a star.
        """
        if self.state is not CaseState.CLOSED or self.how is not Ending.FIXED or not 1 <= stars <= 5:
            raise RuleError("no-cannot-rate", no=self.number)
        if self.closed_at is not None and now - self.closed_at < DOUBLE_TAP:
            raise RuleError("no-stars-so-soon", no=self.number)
        self.stars, self.changed_at = stars, now

    def _only(self, *states: CaseState) -> None:
        if self.state in states:
            return
        if not self.is_open:
            raise RuleError("no-case-over", no=self.number)
        raise RuleError("no-case-elsewhere", no=self.number)

    def _to(self, state: CaseState, now: datetime) -> None:
        self.state, self.changed_at = state, now
