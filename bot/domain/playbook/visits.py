"""Whom a community visits, how often, who goes, and who answers when nobody does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.cadence import Cadence, Window, WindowRule
from bot.domain.playbook.discontent import Discontent
from bot.domain.playbook.wording import Names, in_language
from bot.domain.playbook.work import Needs


class Who(StrEnum):
    """The people on a rung."""

    PAIRED = "paired"  # 结对的: the household's own helpers
    TEAM = "team"  # everybody of the team who may enter homes
    LEADER = "leader"  # the team's leaders
    COORDINATOR = "coordinator"
    FAMILY = "family"  # the household's family
    CHARGE = "charge"  # whoever holds that duty for the building, or for the whole compound


ARRIVED = timedelta(days=1)
"""三必到: within so long somebody has arrived."""
ROUNDS = frozenset({"surge", "knock"})
"""Programmes whose visits are given to many at once, by a press of somebody in office: no event in a life."""
_NEVER = Discontent()
VOLUNTEERS = frozenset({Who.PAIRED, Who.TEAM, Who.LEADER, Who.FAMILY})
"""Who never hears of a hidden programme."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder 责任链; what it does not take within `after` climbs to the next.

    `workdays`: an office, asked on workdays only unless it cannot wait for the next.
    """

    key: str
    names: Names
    who: Who
    charge: str | None = None
    whole_compound: bool = False
    after: timedelta = timedelta(hours=24)
    workdays: bool = False

    def name(self, language: str) -> str:
        """Who that is, for a reader of `language`."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class Programme:
    """A reason to visit: `categories` of households in every period, or an `event` in somebody's life, or either.

    After an event: a single visit `within` so long (三必到: a day), or in the days `before` it, or by `cadence` as long
    as it lasts (in hospital). A case of one of `cases` is such an event, and `discontent` with any case. A `hidden` one
    is for coordinators alone. `team`: who is asked on the team's rung; `minutes`: about how long one takes.
    """

    key: str
    names: Names
    rung: str
    categories: tuple[str, ...] = ()
    cadence: Cadence | None = None
    event: str | None = None
    within: timedelta | None = None
    before: timedelta | None = None
    cases: tuple[str, ...] = ()
    discontent: Discontent = _NEVER
    window: WindowRule = field(default_factory=WindowRule)
    minutes: int = 20
    slots: int = 1
    needs: Needs = field(default_factory=lambda: Needs(home_entry=True))
    team: str | None = None
    hidden: bool = False

    def name(self, language: str) -> str:
        """The programme's name for a reader of `language`."""
        return in_language(self.names, language)

    def event_window(self, key: str, at: datetime) -> Window:
        """The one window of an event at that moment; `key` tells it from the household's other events."""
        opens = at - (self.before or timedelta())
        closes = at + (self.within or timedelta())
        return Window(key, opens, closes, closes)


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """敲门没人应: how long after the first knock each step is due at the latest, and how often a call is repeated.

    The police wording is ready at `police` or at `dusk` (local time), whichever is first. Where somebody of a category
    in `ill` lives, the building head is asked at once. Of those who bring a notice to a door, 没人应 means danger only
    where somebody of a category in `alone` lives.
    """

    neighbour: timedelta = timedelta(minutes=5)
    family: timedelta = timedelta(minutes=15)
    building: timedelta = timedelta(minutes=30)
    second_knock: timedelta = timedelta(hours=2)
    police: timedelta = timedelta(hours=4)
    again: timedelta = timedelta(minutes=5)
    dusk: time = time(18, 0)
    ill: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visits:
    """Everything a community decides about its visits.

    `contact_days`: at most so many between two contacts where a household is visited weekly. A promise is broken
    `promise_grace` after its hour; 还是您去吗 is answered within `answer_within`. `findings`: what is found amiss →
    the category of case it becomes. Before a holiday of `holiday_days` or more coordinators are asked whether there is to
    be an extra round, `holiday_ahead` workdays before it.
    """

    programmes: tuple[Programme, ...] = ()
    rungs: tuple[Rung, ...] = ()
    ladder: tuple[str, ...] = ()
    contact_days: int = 10
    most_households: int = 3
    longest_pause: timedelta = timedelta(days=92)
    promise_grace: timedelta = timedelta(hours=1)
    answer_within: timedelta = timedelta(hours=1)
    holiday_days: int = 5
    holiday_ahead: int = 3
    findings: Mapping[str, str] = field(default_factory=dict)
    no_answer: NoAnswer = field(default_factory=NoAnswer)

    def programme(self, key: str | None) -> Programme | None:
        """The programme with that key."""
        return next((one for one in self.programmes if one.key == key), None)

    def rung(self, key: str) -> Rung:
        """The rung with that key; a playbook without mistakes names no other."""
        return next(one for one in self.rungs if one.key == key)

    def programmes_for(self, categories: Collection[str]) -> tuple[Programme, ...]:
        """What a household of these categories is visited for, each programme once."""
        return tuple(one for one in self.programmes if set(one.categories) & set(categories))

    def programmes_at(self, event: str) -> tuple[Programme, ...]:
        """What begins with that event in somebody's life."""
        return tuple(one for one in self.programmes if one.event == event)

    @property
    def events(self) -> tuple[str, ...]:
        """What may happen in somebody's life that somebody goes for."""
        lives = [one for one in self.programmes if one.key not in ROUNDS]
        return tuple(dict.fromkeys(one.event for one in lives if one.event is not None))

    @property
    def arrivals(self) -> tuple[str, ...]:
        """三必到: of these, what a building's head may send somebody for: at once, and known to volunteers."""
        every = [one for one in self.programmes if one.within is not None and one.within <= ARRIVED]
        known = [one for one in every if not one.hidden and one.key not in ROUNDS]
        return tuple(dict.fromkeys(one.event for one in known if one.event is not None))

    def programmes_of_case(self, category: str | None) -> tuple[Programme, ...]:
        """三必到: what a case of that category calls for."""
        return tuple(one for one in self.programmes if category in one.cases)

    @property
    def discontent(self) -> Discontent:
        """What is discontent here; by default nothing is."""
        return next((one.discontent for one in self.programmes if one.discontent != _NEVER), _NEVER)

    @property
    def discontent_event(self) -> str | None:
        """The event it is."""
        return next((one.event for one in self.programmes if one.discontent != _NEVER), None)

    def rungs_for(self, programme: Programme, own: str = "") -> tuple[Rung, ...]:
        """Who is asked in turn: the programme's rung, then those above it; nobody may know of a hidden one.

        `own`: the rung with which a household's visits of that programme begin instead.

        Where the ladder goes by place (家庭 → 楼栋 → 片区 → 苑区 → 社区), paired helpers are asked before all of it.
        """
        first = own if any(rung.key == own for rung in self.rungs) else programme.rung
        keys = [first, *self.ladder[-1:]]
        if first in self.ladder:
            keys = list(self.ladder[self.ladder.index(first) :])
        elif self.rung(first).who is Who.PAIRED:
            keys = [first, *self.ladder]
        rungs = [self.rung(key) for key in dict.fromkeys(keys)]
        return tuple(one for one in rungs if not (programme.hidden and one.who in VOLUNTEERS))
