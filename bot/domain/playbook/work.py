"""What a community deals with, who does it, and what cannot wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG
from bot.domain.playbook.wording import Names, in_language


@dataclass(frozen=True, slots=True)
class Team:
    """A service team: its name, the keys of its categories, whether it keeps after what a party must do.

    `lone_step`: how often who visits alone is asked 还好吗?; None: they are not.
    """

    name: str
    names: Names
    categories: tuple[str, ...] = ()
    follow_up: bool = False
    lone_step: timedelta | None = None

    def title(self, language: str) -> str:
        """The team's name for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a helper must have before claiming: 持证, 可入户, 力气, a language (its key); `pair`: two go, 两人."""

    certified: bool = False
    home_entry: bool = False
    strength: bool = False
    language: str | None = None
    pair: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """As kinds of marks."""
        asked = ((CERTIFIED, self.certified), (MAY_ENTER, self.home_entry), (STRONG, self.strength))
        kinds = tuple(kind for kind, needed in asked if needed)
        return (*kinds, self.language) if self.language else kinds


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language or dialect volunteers may speak (闽南话), and what rosters call it."""

    key: str
    names: Names
    words: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Its name for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of case: its everyday words, and the team or the kind of party that deals with it.

    Exactly one of `team` and `party` is set; with `party`, `follow_up` is the team that keeps after it.
    `hints` are words that many sentences hold (睡不着, 台风后): they count where no category's `words` do.
    What is in somebody's own rooms is of the category `indoors` instead, if that is set: the bulb at home is not
    the street's lamp. `minutes` is about how long a task of this kind takes, `slots` how many people it wants.
    """

    key: str
    names: Names
    words: tuple[str, ...]
    hints: tuple[str, ...] = ()
    indoors: str | None = None
    team: str | None = None
    party: str | None = None
    follow_up: str | None = None
    urgent: bool = False
    sensitive: bool = False
    needs: Needs = Needs()
    slots: int = 1
    minutes: int = 30

    def name(self, language: str) -> str:
        """The category's name for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Examples:
    """Whole sentences that mean one thing: a danger, a category, or, with neither, nothing that cannot wait."""

    say: tuple[str, ...]
    danger: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Dial:
    """A number to dial at once, with its label per language: 急救 120."""

    key: str
    names: Names
    number: str

    def label(self, language: str) -> str:
        """What the number is, for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Danger:
    """A present danger: what people write when it happens, what to dial and what not to do.

    A word may hold "…", a few characters of the same sentence, and "{who}", any word of that group. One of
    the `words` is enough, of the `signs` it takes two; one of the `asks` is reason to ask whether anybody is in
    danger. `harmless` are phrases that hold such a word and mean
    something else. `category` is what the case is filed under, `party` the kind of
    party whose phone is shown with the advice (a lift's property office). A `private_only` danger is never
    answered in a group. A `lasting` one goes on until it is over: 昨天走失 is as present as 走失. A
    `cry` for help alone counts, overheard in a group, only in a short message.
    """

    key: str
    names: Names
    words: tuple[str, ...]
    advice: Names
    dial: tuple[Dial, ...]
    signs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    private_only: bool = False
    sensitive: bool = False
    lasting: bool = False
    cry: bool = False
    category: str | None = None
    party: str | None = None

    def name(self, language: str) -> str:
        """The danger's name for a reader of `language`."""
        return in_language(self.names, language)

    def advice_in(self, language: str) -> str:
        """What to do and not to do until help comes, for a reader of `language`."""
        return in_language(self.advice, language)
