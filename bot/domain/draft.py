"""A draft: what somebody told us in private and has not sent yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.case import Attachment
from bot.domain.errors import RuleError
from bot.domain.pages import page_ref
from bot.domain.place import Place


class DraftState(StrEnum):
    """What became of a draft."""

    OPEN = "open"  # waits for 提交
    SENT = "sent"  # became a case
    DROPPED = "dropped"  # 取消, by its writer


@dataclass
class Draft:
    """One draft a person; what follows within a minute joins it."""

    member_id: int
    text: str
    opened_at: datetime
    last_at: datetime
    state: DraftState = DraftState.OPEN
    category: str | None = None
    danger: str | None = None
    perhaps: str | None = None  # the danger it may tell of
    calm: bool = False  # asked about it, the answer was 没有
    sensitive: bool = False
    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
    asked_place: bool = False  # the place was chosen by hand
    picking: int | None = (
        None  # the list of places is open: a compound (from 1; 0: of compounds) and its page
    )
    adds_to: int | None = None  # the open case it may belong to instead
    answers: str | None = None  # the kind of question it was written after, and of which row
    answers_to: int | None = None
    media_group: str | None = None
    for_neighbour: bool = False  # a neighbour asked us to file what this person said in a group
    asks_whose: bool = False  # forwarded to us: 这是谁的事
    proxy_id: int | None = None  # for somebody without Telegram
    reminded_at: datetime | None = None
    shown_at: datetime | None = None
    case_id: int | None = None
    origin_chat_id: int | None = None
    origin_message_id: int | None = None
    changed_at: datetime | None = None
    attachments: list[Attachment] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """Where it is, as far as understood or chosen."""
        return Place(self.compound, self.building, self.unit, self.room)

    @property
    def asks_place(self) -> bool:
        """Whether the place is still to be asked; once answered, a whole compound will do too."""
        return not self.asked_place and not (self.compound and self.building)

    @property
    def asks_danger(self) -> bool:
        """Whether it is still to be asked if anybody is in danger: once, and before everything else."""
        return self.perhaps is not None and not self.calm and self.answers is None

    def calm_down(self, now: datetime) -> None:
        """没有: nobody is in danger. Raises RuleError when sent or dropped."""
        self.live()
        self.calm, self.changed_at = True, now

    def speak_for(self, proxy_id: int, text: str, now: datetime) -> None:
        """替别人报: the words without the person's name and number. Raises RuleError when sent or dropped."""
        self.live()
        self.proxy_id, self.text, self.adds_to = proxy_id, text, None
        self.asks_whose, self.last_at, self.changed_at = False, now, now

    def be_own(self, now: datetime) -> None:
        """我自己的. Raises RuleError when sent or dropped."""
        self.live()
        self.asks_whose, self.changed_at = False, now

    def joins(self, now: datetime, within: timedelta, media_group: str | None) -> bool:
        """Does what comes now belong to this draft: same album, or within the time."""
        if self.state is not DraftState.OPEN:
            return False
        return (media_group is not None and media_group == self.media_group) or now - self.last_at <= within

    def settle_at(self, place: Place, now: datetime) -> None:
        """改地点."""
        self.live()
        self.compound, self.building = place.compound, place.building
        self.unit, self.room = place.unit, place.room
        self.asked_place, self.picking, self.changed_at = True, None, now

    def pick(self, compound: int, page: int, now: datetime) -> None:
        """Opens a page of the list of places at a compound, by its number in the playbook (-1: of compounds)."""
        self.live()
        self.picking, self.changed_at = page_ref(max(compound, -1) + 1, page), now

    def put_back(self, now: datetime) -> None:
        """Closes the list of places."""
        self.live()
        self.picking, self.changed_at = None, now

    def live(self) -> None:
        """Raises RuleError when it was sent or dropped."""
        if self.state is DraftState.SENT:
            raise RuleError("no-draft-sent", no=str(self.case_id))
        if self.state is DraftState.DROPPED:
            raise RuleError("no-draft-dropped")

    def send(self, now: datetime) -> None:
        """提交."""
        self.live()
        self.state, self.changed_at = DraftState.SENT, now

    def drop(self, now: datetime) -> None:
        """取消."""
        self.live()
        self.state, self.changed_at = DraftState.DROPPED, now

    def part(self, now: datetime) -> None:
        """另一件事: no answer to what was asked, but a report of its own. Raises RuleError when it is one already."""
        if self.answers is None:
            raise RuleError("no-stale-button")
        self.answers = self.answers_to = self.adds_to = self.case_id = None
        self.state, self.last_at, self.changed_at = DraftState.OPEN, now, now

    def restore(self, now: datetime) -> None:
        """Undo a wrong 取消. Raises RuleError when it was sent."""
        if self.state is DraftState.SENT:
            raise RuleError("no-draft-sent", no=str(self.case_id))
        self.state, self.last_at, self.changed_at = DraftState.OPEN, now, now
