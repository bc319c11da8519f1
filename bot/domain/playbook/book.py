"""The playbook 工作法: everything a community decides about how Linli works there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.playbook.hellos import Hellos
from bot.domain.playbook.notices import NoticeRules
from bot.domain.playbook.people import ChargeKind, People
from bot.domain.playbook.places import Building, Compound, HouseholdCategory, Party, ServiceHours
from bot.domain.playbook.rules import Cues, Deadlines, Duty, Limits, Offers, Retention
from bot.domain.playbook.visits import Visits
from bot.domain.playbook.wording import Names, in_language
from bot.domain.playbook.work import Category, Danger, Dial, Examples, Team, Tongue
from bot.domain.role import Role


@dataclass(frozen=True, slots=True)
class Route:
    """Where a case goes: to a `team`, or to a party of `kind` with a team that follows up.

    `party` is the very body where the compound is known; `kind` alone where it is not yet.
    """

    team: str | None = None
    kind: str | None = None
    party: Party | None = None
    follow_up: str | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Playbook:
    """How one community works. Equal only to itself, so that it can be a cache's key.

    `groups` are words that may stand for each other in a word of a danger or category: {who}. `spellings` are what
    people mistype, with what they mean; `examples` are sentences to compare with what no word foresaw.
    """

    name: str
    community: Names
    zone: ZoneInfo
    hours: ServiceHours
    teams: tuple[Team, ...]
    kinds: Mapping[str, Names]
    parties: Mapping[str, Party]
    compounds: tuple[Compound, ...]
    categories: tuple[Category, ...]
    dangers: tuple[Danger, ...]
    dial: tuple[Dial, ...]
    household_categories: tuple[HouseholdCategory, ...] = ()
    tongues: tuple[Tongue, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Examples, ...] = ()
    cues: Cues = field(default_factory=Cues)
    deadlines: Deadlines = field(default_factory=Deadlines)
    limits: Limits = field(default_factory=Limits)
    duty: Duty = field(default_factory=Duty)
    offers: Offers = field(default_factory=Offers)
    charges: tuple[ChargeKind, ...] = ()
    people: People = field(default_factory=People)
    visits: Visits = field(default_factory=Visits)
    hellos: Hellos = field(default_factory=Hellos)
    notices: NoticeRules = field(default_factory=NoticeRules)
    retention: Retention = field(default_factory=Retention)

    def title(self, language: str) -> str:
        """The community's name for a reader of `language`."""
        return in_language(self.community, language)

    def day(self, now: datetime) -> date:
        """The date it is in the community."""
        return now.astimezone(self.zone).date()

    def kind_name(self, kind: str, language: str) -> str:
        """A kind of party ("物业") for a reader of `language`."""
        return in_language(self.kinds[kind], language)

    def category(self, key: str | None) -> Category | None:
        """The category with that key."""
        return next((one for one in self.categories if one.key == key), None)

    def household_category(self, key: str | None) -> HouseholdCategory | None:
        """The kind of household with that key."""
        return next((one for one in self.household_categories if one.key == key), None)

    def tongue(self, key: str | None) -> Tongue | None:
        """The language with that key."""
        return next((one for one in self.tongues if one.key == key), None)

    def tongue_called(self, said: str) -> Tongue | None:
        """The language a roster calls so: by its name in any of our languages, or by one of its words."""
        plain = said.strip().casefold()
        for one in self.tongues:
            if plain in {word.casefold() for word in (*one.names.values(), *one.words)}:
                return one
        return None

    def team(self, name: str | None) -> Team | None:
        """The team of that name."""
        return next((one for one in self.teams if one.name == name), None)

    def danger(self, key: str | None) -> Danger | None:
        """The danger with that key."""
        return next((one for one in self.dangers if one.key == key), None)

    def charge(self, key: str | None) -> ChargeKind | None:
        """The duty with that key."""
        return next((one for one in self.charges if one.key == key), None)

    def duty_role(self, key: str) -> Role | None:
        """The hat that goes with a duty."""
        found = self.charge(key)
        return found.role if found else None

    def duty_of(self, role: Role) -> ChargeKind | None:
        """The duty that goes with a hat."""
        return next((one for one in self.charges if one.role is role), None)

    def compound(self, name: str | None) -> Compound | None:
        """The compound of that name or alias."""
        return next((one for one in self.compounds if name == one.name or name in one.aliases), None)

    def building(self, compound: str | None, name: str | None) -> Building | None:
        """The building of that name in that compound."""
        found = self.compound(compound)
        return found.building(name) if found and name else None

    def party(self, kind: str | None, compound: str | None) -> Party | None:
        """The party of that kind for a compound; without one, the community's own if it has one for all."""
        if kind is None:
            return None
        found = self.compound(compound)
        return found.parties.get(kind) if found else self.parties.get(kind)

    def route(self, category: str | None, compound: str | None = None) -> Route:
        """Where a case of that category in that compound goes; nowhere yet while the category is unclear."""
        found = self.category(category)
        if found is None:
            return Route()
        if found.party is None:
            return Route(team=found.team)
        party = self.party(found.party, compound)
        return Route(kind=found.party, party=party, follow_up=found.follow_up)
