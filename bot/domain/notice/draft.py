"""What a notice says to whom, and how it is to go out: as long as it is a draft, its writer changes that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.notice.audience import Audience, Target, toggled
from bot.domain.notice.blanks import blanks, filled_in_all
from bot.domain.notice.repeat import Again, Repeat
from bot.domain.notice.states import ABOUT_TO_GO, OUT, NoticeState
from bot.domain.notice.words import (
    CAPTION,
    LONGEST,
    MOST_FILES,
    MOST_KEPT,
    NoticeFile,
    Wording,
    together,
    units,
)


@dataclass
class Draft:
    """`texts` by language; `files` as they were sent, in one album where there are several. `valid_until`: then it is
    taken off the top. `again`, `first_at`, `until_on`: it comes again, each time as a notice of its own."""

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
    valid_until: datetime | None = None
    again: Again | None = None
    first_at: datetime | None = None
    until_on: date | None = None
    twice: bool = False  # the same was sent a moment ago: asked whether it is meant
    split: bool = False  # it went out with its words after its files
    changed_at: datetime | None = None

    def words(self, language: str) -> Wording:
        """For a reader of that language; in another where there is none."""
        first = next(iter(self.texts.values()), Wording())
        return self.texts.get(language) or self.texts.get(self.language) or first

    def short(self, language: str, most: int) -> str:
        """How it begins; nothing where it is files alone."""
        text = " ".join(self.words(language).text.split())
        return text if len(text) <= most else f"{text[: most - 1]}…"

    @property
    def empty(self) -> bool:
        """Nothing is said yet."""
        return not self.files and not any(one.text for one in self.texts.values())

    @property
    def apart(self) -> bool:
        """Do the words follow the files as a message of their own?"""
        if self.state in (*OUT, NoticeState.WITHDRAWN):
            return self.split
        longest = max((units(one.text) for one in self.texts.values()), default=0)
        return len(self.files) > 1 or bool(self.files and longest > CAPTION)

    @property
    def blanks(self) -> list[str]:
        """What is still to be filled in."""
        own = self.words(self.language)
        return blanks(own.text) if own.given else []

    @property
    def too_long(self) -> int:
        """By how many characters, in whichever language it is longest."""
        return max([units(one.text) - LONGEST for one in self.texts.values()] + [0])

    @property
    def repeat(self) -> Repeat | None:
        """When it comes again."""
        return Repeat(self.again, self.first_at, self.until_on) if self.again and self.first_at else None

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
        """What it says in that language, added to what is there already or (`anew`) instead of it; what the playbook said
        in others goes with it then. Raises RuleError when it is no draft any more, and for too much."""
        self._only_draft()
        said = words if anew else self.texts.get(language, Wording()).then(words)
        kept = tuple(files) if anew and files else (*self.files, *files)
        if units(said.text) > MOST_KEPT:
            raise RuleError("no-notice-too-long", count=LONGEST)
        if len(kept) > MOST_FILES:
            raise RuleError("no-notice-too-many-files", count=MOST_FILES)
        if not together(kept):
            raise RuleError("no-notice-mixed")
        if not self.texts:
            self.language = language
        if said.text:
            others = self.texts
            if anew and language == self.language:
                others = {name: one for name, one in self.texts.items() if not one.given}
            self.texts = {**others, language: said}
        self.files, self.album, self.twice, self.changed_at = kept, album or self.album, False, now

    def use(self, language: str, texts: Mapping[str, str], now: datetime) -> None:
        """A text from the playbook, in all its languages, takes the place of whatever was there; what is to be filled in is
        asked for in `language`. Raises RuleError when it is no draft any more."""
        self._only_draft()
        self.language = language
        self.texts = {name: Wording(text.strip(), given=True) for name, text in texts.items()}
        self.twice, self.changed_at = False, now

    def fill(self, blank: str, answer: str, now: datetime) -> None:
        """One thing of a template, in every language. Raises RuleError when it is no draft any more, where that is
        filled in already, and for too much."""
        self._only_draft()
        if blank not in self.blanks:
            raise RuleError("no-stale-button")
        texts = filled_in_all(self.texts, self.language, blank, answer)
        if any(units(one.text) > MOST_KEPT for one in texts.values()):
            raise RuleError("no-notice-too-long", count=LONGEST)
        self.texts = texts
        self.twice, self.changed_at = False, now

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

    def come_again(self, again: Again | None, until: date | None, now: datetime) -> None:
        """重复; None: not again. Raises RuleError when it is no draft any more and waits for no time either."""
        if again is not None:
            self._only_draft()
        elif self.state not in (NoticeState.DRAFT, *ABOUT_TO_GO):
            raise RuleError("no-stale-button")
        self.again, self.until_on, self.first_at, self.changed_at = again, until, None, now

    def must_be_whole(self) -> None:
        """Raises RuleError where words or readers are missing."""
        if self.empty:
            raise RuleError("no-words-please")
        if self.blanks:
            raise RuleError("no-notice-blank", name=self.blanks[0])
        if self.too_long:
            raise RuleError("no-notice-too-long", count=LONGEST)
        if not self.audience:
            raise RuleError("no-notice-for-nobody")

    def _only_draft(self) -> None:
        if self.state is not NoticeState.DRAFT:
            raise RuleError("no-notice-sent-already")
