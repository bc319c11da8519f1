"""What a notice asks: 选择题, a short poll; or 报名, a sign-up with places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.moment import moment_on

FEWEST, MOST = 2, 10
"""Choices of a poll."""
LONGEST_CHOICE = 30
MOST_PLACES = 2000
_EVENING, _CLOSING, _BEFORE = time(19), time(20), time(18)
_DAYS = timedelta(days=3)


class Asks(StrEnum):
    """What people are asked for."""

    CHOICE = "choice"  # one or several of some choices
    SIGN_UP = "sign_up"  # whether they come; there are so many places


class Per(StrEnum):
    """Who counts once."""

    HOME = "home"
    PERSON = "person"


class Seat(StrEnum):
    """How somebody stands who has answered."""

    IN = "in"  # counted; at a sign-up they have a place
    WAITING = "waiting"  # for one, in the order in which they came
    OUT = "out"  # 不去了


@dataclass
class Question:
    """One a notice. `choices` in their order; `translated`: the same in other languages; `begins_at`: when what people
    sign up for is; `closes_at`: until then answers may be changed. `places`: for so many, one each."""

    notice_id: int
    asks: Asks
    per: Per
    closes_at: datetime
    choices: tuple[str, ...] = ()
    several: bool = False
    translated: Mapping[str, Sequence[str]] = field(default_factory=dict)
    places: int = 0
    begins_at: datetime | None = None
    reminded_at: datetime | None = None
    closed_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def is_open(self, now: datetime) -> bool:
        """May one still answer?"""
        return self.closed_at is None and now < self.closes_at

    def must_be_open(self, now: datetime) -> None:
        """Raises RuleError once it has closed."""
        if not self.is_open(now):
            raise RuleError("no-question-closed")

    def must_let_go(self, now: datetime) -> None:
        """不去了 works until it begins, so that somebody else can come. Raises RuleError after that."""
        if self.begins_at is None:
            self.must_be_open(now)
        elif now >= self.begins_at:
            raise RuleError("no-question-begun")

    def moves_up(self, now: datetime) -> bool:
        """Does a place that becomes free still help whoever waits?"""
        return self.is_open(now) or (self.begins_at is not None and now < self.begins_at)

    def choices_in(self, language: str) -> Sequence[str]:
        """For a reader of that language; as they were written where nobody has said them in it."""
        return self.translated.get(language) or self.choices

    def translate(self, language: str, choices: Sequence[str], now: datetime) -> None:
        """The choices in another language, in the same order. Raises RuleError where they are not as many."""
        if len(choices) != len(self.choices):
            raise RuleError("no-question-lines", count=len(self.choices))
        self.translated, self.changed_at = {**self.translated, language: list(choices)}, now

    def chosen(self, before: int, option: int, language: str = "") -> int:
        """A press on that choice, as the sum of the powers of two of all that are chosen then. Raises RuleError for one
        there is not, and where it is chosen already."""
        if self.asks is not Asks.CHOICE or not 0 <= option < len(self.choices):
            raise RuleError("no-stale-button")
        if self.several:
            return before ^ (1 << option)
        if before == 1 << option:
            raise RuleError("no-question-same", name=self.choices_in(language)[option])
        return 1 << option

    def names(self, chosen: int, language: str = "") -> list[str]:
        """What that number stands for."""
        return [name for number, name in enumerate(self.choices_in(language)) if chosen >> number & 1]

    def close(self, now: datetime) -> None:
        """截止. Raises RuleError the second time."""
        if self.closed_at is not None:
            raise RuleError("no-question-closed")
        self.closed_at = self.changed_at = now

    def begin_at(self, at: datetime, zone: tzinfo, now: datetime) -> None:
        """When it is; answers are taken until the evening before, or, where that is over, until it begins. Raises
        RuleError for a time that is over."""
        _ahead(at, now)
        before = moment_on(at.astimezone(zone).date() - timedelta(days=1), _BEFORE, zone)
        self.begins_at, self.closes_at = at, before if before > now else at
        self.closed_at, self.changed_at = None, now

    def close_at(self, at: datetime, now: datetime) -> None:
        """截止 then. Raises RuleError for a time that is over, or after it has begun."""
        _ahead(at, now)
        if self.begins_at is not None and at > self.begins_at:
            raise RuleError("no-question-after")
        self.closes_at, self.closed_at, self.changed_at = at, None, now

    def once_more(self, notice_id: int, days: int, out_at: datetime, zone: tzinfo, now: datetime) -> Question:
        """The same, asked by a notice so many days later, which goes out at `out_at`: at the same hours. Nobody has
        answered it yet."""
        closes = _moved(self.closes_at, days, zone)
        begins = _moved(self.begins_at, days, zone) if self.begins_at else None
        return replace(
            self,
            notice_id=notice_id,
            closes_at=closes if closes > out_at else closing(out_at, zone),
            begins_at=begins,
            reminded_at=None,
            closed_at=None,
            changed_at=now,
            version=1,
            id=None,
        )

    def remind_at(self, zone: tzinfo) -> datetime | None:
        """The evening before."""
        if self.begins_at is None:
            return None
        return moment_on(self.begins_at.astimezone(zone).date() - timedelta(days=1), _EVENING, zone)


@dataclass
class Answer:
    """What one household or person said. `voter`: who counts once; `chosen`: as `Question.chosen` has it."""

    question_id: int
    voter: str
    member_id: int
    at: datetime
    seat: Seat = Seat.IN
    chosen: int = 0
    moved_at: datetime | None = None  # from waiting to a place
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None


def closing(now: datetime, zone: tzinfo) -> datetime:
    """When a question closes if nobody says otherwise: the third evening from now."""
    return moment_on((now + _DAYS).astimezone(zone).date(), _CLOSING, zone)


def choices_of(text: str) -> tuple[str, ...]:
    """One a line. Raises RuleError for too few, too many, too long, and two that are the same."""
    found = [" ".join(line.split()) for line in text.splitlines()]
    found = [line for line in found if line]
    if not FEWEST <= len(found) <= MOST or len(set(found)) < len(found):
        raise RuleError("no-question-choices", min=FEWEST, max=MOST)
    if any(len(line) > LONGEST_CHOICE for line in found):
        raise RuleError("no-too-long", count=LONGEST_CHOICE)
    return tuple(found)


def places_of(text: str) -> int:
    """So many as somebody wrote. Raises RuleError for what is no such number."""
    digits = text.strip()
    number = int(digits) if digits.isdecimal() and len(digits) < 6 else 0
    if not 1 <= number <= MOST_PLACES:
        raise RuleError("no-question-places", count=MOST_PLACES)
    return number


def tally(question: Question, votes: Sequence[tuple[int, int]]) -> list[int]:
    """How many chose each, from pairs of what was chosen and how often."""
    return [
        sum(count for chosen, count in votes if chosen >> number & 1)
        for number in range(len(question.choices))
    ]


def _moved(at: datetime, days: int, zone: tzinfo) -> datetime:
    here = at.astimezone(zone)
    return moment_on(here.date() + timedelta(days=days), here.time(), zone)


def _ahead(at: datetime, now: datetime) -> None:
    if at <= now:
        raise RuleError("no-notice-past")
