"""点名: an emergency notice asks everybody whether they are safe, building by building, until it is 解除."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.place import Place

BOARD_EVERY = timedelta(seconds=10)
"""A board follows no more often than that."""


class Word(StrEnum):
    """What people say."""

    SAFE = "safe"  # 平安
    HELP = "help"  # 需要帮助


@dataclass
class RollCall:
    """One a notice. `called_at`: it has gone out."""

    notice_id: int
    made_at: datetime
    called_at: datetime | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def call(self, now: datetime) -> None:
        """It goes out."""
        self.called_at = self.changed_at = now

    def must_go_on(self) -> None:
        """Raises RuleError once it is 解除."""
        if self.ended_at is not None:
            raise RuleError("no-roll-over")

    def end(self, now: datetime) -> None:
        """解除. Raises RuleError the second time, and before it has gone out."""
        self.must_go_on()
        if self.called_at is None:
            raise RuleError("no-stale-button")
        self.ended_at = self.changed_at = now


@dataclass
class Safety:
    """What somebody said of themselves, or (`whom`, as a receipt has it) of somebody of their family."""

    notice_id: int
    member_id: int
    whom: str
    home: str
    word: Word
    at: datetime
    household_id: int | None = None
    compound: str | None = None
    building: str | None = None
    alarm_id: int | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """The building."""
        return Place(self.compound, self.building)


@dataclass(slots=True)
class Roll:
    """How one building stands, in homes: where somebody needs help, where all who answered are safe. `known`: homes of
    the community's list, or, where it has none, people who live there."""

    known: int = 0
    heard: int = 0
    safe: int = 0
    help: int = 0

    @property
    def unheard(self) -> int:
        """Nobody knows yet."""
        return max(0, self.known - self.heard)


@dataclass
class _Home:
    words: set[Word] = field(default_factory=set)
    listed: bool = False
    people: set[int] = field(default_factory=set)


def rolls(said: Iterable[Safety], homes: dict[Place, int], people: dict[Place, int]) -> dict[Place, Roll]:
    """By building. A home where one person needs help needs help, whatever the others say."""
    by: dict[Place, dict[str, _Home]] = {}
    for one in said:
        home = by.setdefault(one.place, {}).setdefault(one.home, _Home())
        home.words.add(one.word)
        home.listed = home.listed or one.household_id is not None
        home.people.add(one.member_id)
    found: dict[Place, Roll] = {}
    for place in {*by, *homes, *people}:
        there = list(by.get(place, {}).values())
        help_ = sum(Word.HELP in one.words for one in there)
        listed = place in homes
        heard = sum(one.listed for one in there) if listed else sum(len(one.people) for one in there)
        known = homes[place] if listed else people.get(place, 0)
        found[place] = Roll(known, heard, len(there) - help_, help_)
    return found
