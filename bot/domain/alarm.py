"""An alarm: present danger, or 求助, called out to the coordinators until one of them presses 我来处理."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.place import Place

SOS = "sos"
"""What stands for a danger's key in the playbook when somebody pressed 求助 and said nothing."""
UNANSWERED = "hello"
"""The same where somebody answered neither 报平安 nor the telephone."""
SOS_PAUSE = timedelta(seconds=10)
"""So long 按错了 keeps a 求助 from everybody."""
JOIN_WITHIN = timedelta(minutes=10)
"""Who tells of the same danger in the same building so soon after means the same one."""
SOON_ROUNDS = 5
"""So many calls follow each other closely; after that one every `LATER`."""
LATER = timedelta(minutes=5)


class AlarmState(StrEnum):
    """Whether somebody must still come."""

    PAUSING = "pausing"  # 求助 was pressed a moment ago, nobody has been called yet
    CALLING = "calling"  # coordinators are called, again and again
    TAKEN = "taken"  # 我来处理
    OVER = "over"  # 处理好了, by who took it
    MISTAKEN = "mistaken"  # 按错了, by who pressed 求助
    FALSE = "false"  # 误报, by a coordinator


class Word(StrEnum):
    """What somebody there told us."""

    HEARD = "heard"  # it was they who said it, or said it too
    CALLED = "called"  # 我已打电话
    ON_SITE = "on_site"  # 我在现场能帮忙
    CALL_ME = "call_me"  # 请给我打电话
    UNSAFE = "unsafe"  # 我现在不安全


@dataclass
class Voice:
    """One thing one person told us about an alarm."""

    member_id: int
    word: Word
    name: str
    at: datetime
    id: int | None = None
    alarm_id: int | None = None


@dataclass
class Alarm:
    """One danger. `paged` counts the rounds, `called` whom the last one reached; `next_at`: the next is due.

    `chat_id` is where it was said; for a `private_only` danger it is that person's own chat, wherever it was.
    """

    danger: str
    raised_at: datetime
    state: AlarmState = AlarmState.CALLING
    case_id: int | None = None
    member_id: int | None = None
    chat_id: int | None = None
    in_group: bool = False
    private_only: bool = False
    compound: str | None = None
    building: str | None = None
    heard_at: datetime | None = None
    taken_at: datetime | None = None
    taken_by: int | None = None
    taken_name: str | None = None
    ended_at: datetime | None = None
    ended_name: str | None = None
    paged: int = 0
    called: int = 0
    next_at: datetime | None = None
    changed_at: datetime | None = None
    voices: list[Voice] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """Where to go, as far as known without naming a flat."""
        return Place(self.compound, self.building)

    @property
    def is_open(self) -> bool:
        """Somebody must come, or is on the way."""
        return self.state in (AlarmState.PAUSING, AlarmState.CALLING, AlarmState.TAKEN)

    @property
    def is_sos(self) -> bool:
        """Somebody pressed 求助."""
        return self.danger == SOS

    def is_calling(self, now: datetime) -> bool:
        """Coordinators are called and nobody has come forward."""
        over = self.next_at is not None and now >= self.next_at
        return self.state is AlarmState.CALLING or (self.state is AlarmState.PAUSING and over)

    def takes_words(self, now: datetime) -> bool:
        """Whether what its person says now can join it: not while 按错了 may still end it."""
        pausing = self.state is AlarmState.PAUSING and not self.is_calling(now)
        return self.is_open and not pausing

    def is_same(self, place: Place, chat_id: int, now: datetime) -> bool:
        """Does who tells of this danger there mean this one? Two people's private ones are never one."""
        lately = now - (self.heard_at or self.raised_at) <= JOIN_WITHIN
        if not self.is_open or not (lately or self.is_calling(now)):
            return False
        if place.building and self.building and place.public != self.place:
            return False
        if chat_id == self.chat_id:
            return True
        return not self.private_only and place.building is not None and place.public == self.place

    def said(self, *words: Word) -> list[Voice]:
        """Who told us one of these."""
        return [voice for voice in self.voices if voice.word in words]

    def hear(self, member_id: int, name: str, word: Word, now: datetime) -> bool:
        """Somebody tells us something. False when they had told us. Raises RuleError when it is over."""
        self._open()
        if word is Word.HEARD:
            self.heard_at = now
        self.changed_at = now
        if any(voice.member_id == member_id for voice in self.said(word)):
            return False
        self.voices.append(Voice(member_id, word, name, now))
        return True

    def page(self, now: datetime, soon: timedelta, called: int) -> None:
        """One more round went out, to `called` people; the next follows `soon` after, later on at leisure."""
        self.state = AlarmState.CALLING
        self.paged, self.called = self.paged + 1, called
        self.next_at = now + (soon if self.paged <= SOON_ROUNDS else LATER)
        self.changed_at = now

    def take(self, member_id: int, name: str, now: datetime) -> None:
        """我来处理. Raises RuleError when somebody already has it, naming them, or when it is over."""
        self._open()
        if self.state is AlarmState.TAKEN:
            raise RuleError("no-alarm-taken", by=self.taken_name or "")
        self.state, self.next_at = AlarmState.TAKEN, None
        self.taken_at, self.taken_by, self.taken_name = now, member_id, name
        self.changed_at = now

    def release(self, member_id: int, now: datetime) -> None:
        """我去不了, by who took it: the others are called again. Raises RuleError for anybody else."""
        self._open()
        if self.state is not AlarmState.TAKEN or self.taken_by != member_id:
            raise RuleError("no-alarm-not-yours")
        self.state, self.next_at = AlarmState.CALLING, now
        self.taken_at = self.taken_by = self.taken_name = None
        self.changed_at = now

    def finish(self, member_id: int, now: datetime) -> None:
        """处理好了, by who took it. Raises RuleError for anybody else."""
        self._open()
        if self.state is not AlarmState.TAKEN or self.taken_by != member_id:
            raise RuleError("no-alarm-not-yours")
        self._end(AlarmState.OVER, self.taken_name, now)

    def mistake(self, member_id: int, now: datetime) -> None:
        """按错了, by who pressed 求助. Raises RuleError for anybody else."""
        if not self.is_sos or self.member_id != member_id:
            raise RuleError("no-alarm-not-yours")
        self._open()
        self._end(AlarmState.MISTAKEN, None, now)

    def dismiss(self, name: str, now: datetime) -> None:
        """误报, by a coordinator. Raises RuleError when it is over."""
        self._open()
        self._end(AlarmState.FALSE, name, now)

    def _open(self) -> None:
        if not self.is_open:
            raise RuleError("no-alarm-over")

    def _end(self, state: AlarmState, name: str | None, now: datetime) -> None:
        self.state, self.next_at = state, None
        self.ended_at, self.ended_name, self.changed_at = now, name, now
