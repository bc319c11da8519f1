"""A notice 通知: what a coordinator tells buildings, teams or people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.notice.audience import Audience, Target, toggled
from bot.domain.notice.states import OUT, NoticeState
from bot.domain.notice.words import CAPTION, LONGEST, MOST_FILES, NoticeFile, Wording, together, units

_ABOUT_TO_GO = (NoticeState.SECOND, NoticeState.WAITING, NoticeState.SCHEDULED)


@dataclass
class Notice:
    """`texts` by language; `files` as they were sent, in one album where there are several. `send_at`: when it goes
    out. `valid_until`: then it is taken off the top. `digest` tells two that say the same to the same."""

    member_id: int
    made_at: datetime
    language: str = "zh-CN"
    texts: Mapping[str, Wording] = field(default_factory=dict)
    files: tuple[NoticeFile, ...] = ()
    album: str | None = None
    audience: Audience = ()
    state: NoticeState = NoticeState.DRAFT
    urgent: bool = False
    pin: bool = False
    silent: bool = False
    send_at: datetime | None = None
    valid_until: datetime | None = None
    digest: str | None = None
    twice: bool = False  # the same was sent a moment ago: asked whether it is meant
    second_id: int | None = None
    expanded_at: datetime | None = None  # everybody it is for has a post
    sent_at: datetime | None = None  # 发送 took effect
    corrected_at: datetime | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def number(self) -> str:
        """As people say it."""
        return str(self.id)

    def words(self, language: str) -> Wording:
        """For a reader of that language; in another where there is none."""
        first = next(iter(self.texts.values()), Wording())
        return self.texts.get(language) or self.texts.get(self.language) or first

    @property
    def empty(self) -> bool:
        """Nothing is said yet."""
        return not self.files and not any(one.text for one in self.texts.values())

    @property
    def apart(self) -> bool:
        """Do the words follow the files as a message of their own?"""
        longest = max((units(one.text) for one in self.texts.values()), default=0)
        return len(self.files) > 1 or bool(self.files and longest > CAPTION)

    def valid(self, now: datetime) -> bool:
        """Is it still what people should know?"""
        return (
            self.state in OUT and self.ended_at is None and (not self.valid_until or self.valid_until > now)
        )

    def joins(self, now: datetime, within: timedelta, album: str | None) -> bool:
        """Does what was just said belong to what was said before?"""
        soon = self.changed_at is not None and now - self.changed_at <= within
        return self.state is NoticeState.DRAFT and (soon or (album is not None and album == self.album))

    def write(
        self,
        language: str,
        words: Wording,
        files: Sequence[NoticeFile],
        album: str | None,
        now: datetime,
        *,
        anew: bool = False,
    ) -> None:
        """What it says in that language, added to what is there already or (`anew`) instead of it. Raises RuleError
        when it is no draft any more, and for too much."""
        self._only_draft()
        said = words if anew else self.texts.get(language, Wording()).then(words)
        kept = tuple(files) if anew and files else (*self.files, *files)
        if units(said.text) > LONGEST:
            raise RuleError("no-too-long", count=LONGEST)
        if len(kept) > MOST_FILES:
            raise RuleError("no-notice-too-many-files", count=MOST_FILES)
        if not together(kept):
            raise RuleError("no-notice-mixed")
        if not self.texts:
            self.language = language
        if said.text:
            self.texts = {**self.texts, language: said}
        self.files, self.album, self.twice = kept, album or self.album, False
        self.changed_at = now

    def choose(self, target: Target, now: datetime) -> None:
        """对象: that one too, or not any more. Raises RuleError when it is no draft any more."""
        self._only_draft()
        self.audience, self.twice, self.changed_at = toggled(self.audience, target), False, now

    def set(self, what: str, now: datetime) -> None:
        """Turns 置顶, 静音 or 紧急 on or off. Raises RuleError when it is no draft any more."""
        self._only_draft()
        if what not in ("pin", "silent", "urgent"):
            raise RuleError("no-stale-button")
        setattr(self, what, not getattr(self, what))
        self.changed_at = now

    def keep_until(self, until: datetime | None, now: datetime) -> None:
        """有效期. Raises RuleError when it is no draft any more, and for a time that is over."""
        self._only_draft()
        if until is not None and until <= now:
            raise RuleError("no-notice-past")
        self.valid_until, self.changed_at = until, now

    def release(self, state: NoticeState, at: datetime, now: datetime) -> None:
        """发送: from here on it goes by itself. Raises RuleError the second time, and where there is nothing to send or
        nobody to read it."""
        if self.state not in (NoticeState.DRAFT, NoticeState.SECOND):
            raise RuleError("no-notice-sent-already")
        self.must_be_whole()
        if self.valid_until is not None and self.valid_until <= at:
            raise RuleError("no-notice-past")
        self.state, self.send_at, self.twice, self.changed_at = state, at, False, now

    def must_be_whole(self) -> None:
        """Raises RuleError where words or readers are missing."""
        if self.empty:
            raise RuleError("no-words-please")
        if not self.audience:
            raise RuleError("no-notice-for-nobody")

    def hold_back(self, now: datetime) -> None:
        """先别发: a draft again. Raises RuleError when it has begun to go out."""
        if self.state not in _ABOUT_TO_GO:
            raise RuleError("no-notice-gone" if self.state in OUT else "no-stale-button")
        self.state, self.send_at, self.changed_at = NoticeState.DRAFT, None, now

    def begin(self, now: datetime) -> bool:
        """The moment has come? True once."""
        ready = self.state in (NoticeState.WAITING, NoticeState.SCHEDULED)
        if not ready or self.send_at is None or self.send_at > now:
            return False
        self.state, self.sent_at, self.changed_at = NoticeState.SENDING, now, now
        return True

    def stop(self, now: datetime) -> None:
        """停. Raises RuleError when nothing is going out."""
        self._move(NoticeState.STOPPED, now, NoticeState.SENDING)

    def go_on(self, now: datetime) -> None:
        """接着发. Raises RuleError when it was not stopped."""
        self._move(NoticeState.SENDING, now, NoticeState.STOPPED)

    def correct(self, language: str, words: Wording, now: datetime) -> None:
        """更正: says this from now on, everywhere. Raises RuleError for one nobody has, and without words."""
        if self.state not in OUT:
            raise RuleError("no-stale-button")
        if not words.text.strip():
            raise RuleError("no-words-please")
        if units(words.text) > (CAPTION if self.files and not self.apart else LONGEST):
            raise RuleError("no-too-long", count=LONGEST)
        self.texts = {**self.texts, language: words}
        self.corrected_at = self.changed_at = now

    def withdraw(self, now: datetime) -> None:
        """撤回. Raises RuleError for one nobody has."""
        self._move(NoticeState.WITHDRAWN, now, *OUT)
        self.ended_at = now

    def drop(self, now: datetime) -> None:
        """取消. Raises RuleError when it has gone out."""
        self._move(NoticeState.DROPPED, now, NoticeState.DRAFT, *_ABOUT_TO_GO)

    def _move(self, state: NoticeState, now: datetime, *allowed: NoticeState) -> None:
        if self.state not in allowed:
            raise RuleError("no-stale-button")
        self.state, self.changed_at = state, now

    def _only_draft(self) -> None:
        if self.state is not NoticeState.DRAFT:
            raise RuleError("no-notice-sent-already")
