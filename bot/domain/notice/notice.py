"""A notice 通知: what a coordinator tells buildings, teams or people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from bot.domain.errors import RuleError
from bot.domain.notice.draft import Draft
from bot.domain.notice.states import ABOUT_TO_GO, OUT, NoticeState
from bot.domain.notice.words import CAPTION, LONGEST, Wording, units


@dataclass
class Notice(Draft):
    """`send_at`: when it goes out. `digest` tells two that say the same to the same. `origin_id`: the first of those that
    come again and again."""

    send_at: datetime | None = None
    digest: str | None = None
    second_id: int | None = None
    origin_id: int | None = None
    expanded_at: datetime | None = None  # everybody it is for has a post
    sent_at: datetime | None = None  # 发送 took effect
    corrected_at: datetime | None = None
    ended_at: datetime | None = None
    emptied_at: datetime | None = None  # kept long enough: what it said is gone
    version: int = 1
    id: int | None = None

    @property
    def number(self) -> str:
        """As people say it."""
        return str(self.id)

    def deletable(self, within: timedelta) -> bool:
        """Was it taken back while Telegram still deletes every message of it?"""
        if self.ended_at is None or self.sent_at is None:
            return False
        return self.ended_at - self.sent_at < within

    def valid(self, now: datetime) -> bool:
        """Is it still what people should know?"""
        return (
            self.state in OUT and self.ended_at is None and (not self.valid_until or self.valid_until > now)
        )

    def release(self, state: NoticeState, at: datetime, now: datetime) -> None:
        """发送: from here on it goes by itself. Raises RuleError the second time, and where there is nothing to send or
        nobody to read it."""
        if self.state not in (NoticeState.DRAFT, NoticeState.SECOND):
            raise RuleError("no-notice-sent-already")
        self.must_be_whole()
        if self.valid_until is not None and self.valid_until <= at:
            raise RuleError("no-notice-over-by-then", at=at)
        self.state, self.send_at, self.twice, self.changed_at = state, at, False, now
        self.first_at = at

    def hold_back(self, now: datetime) -> None:
        """先别发: a draft again. Raises RuleError when it has begun to go out."""
        if self.state not in ABOUT_TO_GO:
            raise RuleError("no-notice-gone" if self.state in OUT else "no-stale-button")
        self.state, self.send_at, self.changed_at = NoticeState.DRAFT, None, now

    def begin(self, now: datetime) -> bool:
        """The moment has come? True once."""
        ready = self.state in (NoticeState.WAITING, NoticeState.SCHEDULED)
        if not ready or self.send_at is None or self.send_at > now:
            return False
        self.split = self.apart
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
        most = CAPTION if self.files and not self.apart else LONGEST
        if units(words.text) > most:
            raise RuleError("no-notice-too-long", count=most)
        self.texts = {**self.texts, language: words}
        self.corrected_at = self.changed_at = now

    def withdraw(self, now: datetime) -> None:
        """撤回. Raises RuleError for one nobody has."""
        self._move(NoticeState.WITHDRAWN, now, *OUT)
        self.ended_at = now

    def drop(self, now: datetime) -> None:
        """取消. Raises RuleError when it has gone out."""
        self._move(NoticeState.DROPPED, now, NoticeState.DRAFT, *ABOUT_TO_GO)

    def next_one(self, now: datetime, zone: tzinfo) -> Notice | None:
        """The same once more, for its next time; None where it does not come again. What may be missed meanwhile is
        left out: it comes once, not in a burst."""
        at = self.repeat.after(now, zone) if self.repeat else None
        if at is None:
            return None
        since = self.send_at or now
        until = self.valid_until + (at - since) if self.valid_until else None
        return replace(
            self,
            made_at=now,
            state=NoticeState.SCHEDULED,
            send_at=at,
            valid_until=until,
            expanded_at=None,
            sent_at=None,
            corrected_at=None,
            ended_at=None,
            changed_at=now,
            origin_id=self.origin_id or self.id,
            version=1,
            id=None,
        )

    def _move(self, state: NoticeState, now: datetime, *allowed: NoticeState) -> None:
        if self.state not in allowed:
            raise RuleError("no-stale-button")
        self.state, self.changed_at = state, now
