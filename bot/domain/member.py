"""Who a Telegram account is to the community, and which hats it wears."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.availability import changed
from bot.domain.errors import RuleError
from bot.domain.marks import Mark, lacking, marked
from bot.domain.place import Place
from bot.domain.role import OFFICES, Access, Ward
from bot.domain.role import Role as Role


class Standing(StrEnum):
    """How somebody stands in a service team."""

    ASKED = "asked"  # wants to join; a leader or coordinator has not answered yet
    ACTIVE = "active"  # may claim what the team is offered
    LEFT = "left"  # was refused, or has gone


@dataclass
class TeamPlace:
    """One person's place in one service team, with what a leader or coordinator vouched for."""

    team: str
    standing: Standing = Standing.ASKED
    leads: bool = False
    marks: tuple[Mark, ...] = ()
    changed_at: datetime | None = None
    id: int | None = None
    member_id: int | None = None

    def has(self, kind: str, on: date) -> bool:
        """Is that vouched for, and good that day?"""
        return lacking([kind], self.marks, on) is None

    def mark(self, kind: str) -> Mark | None:
        """What was vouched for, also where it has expired."""
        return marked(self.marks, kind)


@dataclass
class Member:
    """A Telegram account we know. `telegram_id` is also the number of its private chat."""

    telegram_id: int
    name: str
    language: str = "zh-CN"
    roles: frozenset[Role] = frozenset({Role.RESIDENT})
    wards: tuple[Ward, ...] = ()  # what they head or look after, as their charges say
    access: Access = Access.ACTIVE
    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
    phone: str | None = None
    started_at: datetime | None = None  # pressed Start: we may write to them
    blocked_at: datetime | None = None  # Telegram refused our last message to them
    resting: bool = False  # 休息: not to be offered tasks
    rest_until: datetime | None = None  # comes back by itself then; None while resting: when they say so
    hours: tuple[
        str, ...
    ] = ()  # when they want to be asked, of bot.domain.availability; (): at any time of day
    consented: int = 0  # 同意 to the text of that number; below 0: 不同意; 0: not asked yet
    says_hello: bool = False  # 报平安 is on: whatever they say is a sign that they are well
    gone_at: datetime | None = None  # 忘记我: what is left is a pseudonym
    changed_at: datetime | None = None
    teams: list[TeamPlace] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def reachable(self) -> bool:
        """May we write to this person in private?"""
        return self.started_at is not None and self.blocked_at is None

    @property
    def active(self) -> bool:
        """May they act at all?"""
        return self.access is Access.ACTIVE

    @property
    def home(self) -> Place:
        """Where they live, as far as they said."""
        return Place(self.compound, self.building, self.unit, self.room)

    @property
    def coordinates(self) -> bool:
        """Answers for the community: a coordinator or an admin. What they may do is in the table of rights."""
        return self.active and bool(self.roles & {*OFFICES})

    @property
    def volunteers(self) -> bool:
        """Is a member of at least one team."""
        return any(place.standing is Standing.ACTIVE for place in self.teams)

    def in_team(self, team: str | None) -> TeamPlace | None:
        """Their active place in that team."""
        return next((p for p in self.teams if p.team == team and p.standing is Standing.ACTIVE), None)

    def marked(self, kind: str, day: date) -> bool:
        """Has somebody vouched for that, in a team they are in, good on `day`?"""
        return any(place.has(kind, day) for place in self.teams if place.standing is Standing.ACTIVE)

    def start(self, now: datetime) -> None:
        """They pressed Start, or wrote to us: the private chat works (again)."""
        if self.started_at is None:
            self.started_at = now
        self.blocked_at = None
        self._move(now)

    def block(self, now: datetime) -> None:
        """Telegram says we may not write to them."""
        self.blocked_at = now
        self._move(now)

    def settle_at(self, place: Place, now: datetime) -> None:
        """They chose where they live. A flat belongs to its building and unit: it does not move along."""
        same = (self.compound, self.building) == (place.compound, place.building)
        if place.unit and self.unit and place.unit != self.unit:
            self.room = None
        self.compound, self.building = place.compound, place.building
        self.unit = place.unit or (self.unit if same else None)
        self.room = place.room or (self.room if same else None)
        self._move(now)

    def speak(self, language: str, now: datetime) -> None:
        """They chose a language."""
        self.language = language
        self._move(now)

    def agree(self, version: int, now: datetime) -> None:
        """同意 to the text of that number."""
        self.consented = version
        self._move(now)

    def refuse(self, version: int, now: datetime) -> None:
        """不同意: where they live is not kept either."""
        self.consented = -version
        self.compound = self.building = self.unit = self.room = self.phone = None
        self._move(now)

    def vanish(self, pseudonym: str, now: datetime) -> None:
        """忘记我: no account, home, role or team any more. Whoever comes back with the same account is somebody new."""
        self.name, self.telegram_id = pseudonym, -(self.id or 0)
        self.compound = self.building = self.unit = self.room = self.phone = None
        self.roles, self.wards, self.hours, self.consented = frozenset(), (), (), 0
        self.resting, self.rest_until, self.says_hello = True, None, False
        self.started_at, self.blocked_at, self.gone_at = None, now, now
        for place in self.teams:
            place.standing, place.leads, place.changed_at = Standing.LEFT, False, now
            place.marks = ()
        self._move(now)

    def rest(self, resting: bool, now: datetime, until: datetime | None = None) -> None:
        """休息, perhaps only `until` then; or back again."""
        self.resting, self.rest_until = resting, until if resting else None
        self._move(now)

    def choose_hours(self, slot: str, on: bool, now: datetime) -> None:
        """To be asked at that time of the week, or not. Raises RuleError when no time would be left."""
        self.hours = changed(self.hours, slot, on)
        self._move(now)

    def grant(self, role: Role, now: datetime) -> None:
        """Put on a hat."""
        self.roles = self.roles | {role}
        self._move(now)

    def lose(self, role: Role, now: datetime) -> None:
        """Take a hat off, with what goes with it: the teams of a volunteer, the buildings of a head."""
        gone = {role, Role.LEADER} if role is Role.VOLUNTEER else {role}
        self.roles = self.roles - gone
        self.wards = tuple(ward for ward in self.wards if ward.role is not role)
        for place in self.teams:
            place.leads = place.leads and not gone & {Role.LEADER}
            if role is Role.VOLUNTEER and place.standing is Standing.ACTIVE:
                place.standing, place.changed_at = Standing.LEFT, now
        self._move(now)

    def look_after(self, wards: tuple[Ward, ...], now: datetime) -> None:
        """What they head and look after from now on; the hats for it come and go with it."""
        worn = {ward.role for ward in wards}
        self.roles = (self.roles - {Role.BUILDING_HEAD, Role.GRID_WORKER}) | worn
        self.wards = wards
        self._move(now)

    def close(self, access: Access, now: datetime) -> None:
        """May not act any more."""
        self.access = access
        self._move(now)

    def open(self, now: datetime) -> None:
        """May act again."""
        self.close(Access.ACTIVE, now)

    def ask_to_join(self, team: str, now: datetime) -> TeamPlace:
        """Wants to join a team. Raises RuleError when already in it or already asked."""
        place = next((p for p in self.teams if p.team == team), None)
        if place and place.standing is Standing.ACTIVE:
            raise RuleError("no-already-in-team", team=team)
        if place and place.standing is Standing.ASKED:
            raise RuleError("no-already-asked", team=team)
        if place is None:
            place = TeamPlace(team)
            self.teams.append(place)
        place.standing, place.changed_at = Standing.ASKED, now
        self._move(now)
        return place

    def join(self, team: str, now: datetime, leads: bool = False) -> TeamPlace:
        """Is a member of the team from now on."""
        place = next((p for p in self.teams if p.team == team), None)
        if place is None:
            place = TeamPlace(team)
            self.teams.append(place)
        place.standing, place.changed_at = Standing.ACTIVE, now
        place.leads = place.leads or leads
        self.roles = self.roles | {Role.VOLUNTEER} | ({Role.LEADER} if leads else set())
        self._move(now)
        return place

    def step_down(self, team: str, now: datetime) -> None:
        """Stays in the team and leads it no more; leads nothing: the hat goes too. Raises RuleError when not in it."""
        place = self.in_team(team)
        if place is None:
            raise RuleError("no-not-in-team", team=team)
        place.leads, place.changed_at = False, now
        if Role.LEADER in self.roles and not any(one.leads for one in self.teams):
            self.roles = self.roles - {Role.LEADER}
        self._move(now)

    def leave(self, team: str, now: datetime) -> None:
        """Was not taken, or goes. Raises RuleError when not in the team at all."""
        place = next((p for p in self.teams if p.team == team and p.standing is not Standing.LEFT), None)
        if place is None:
            raise RuleError("no-not-in-team", team=team)
        place.standing, place.leads, place.changed_at = Standing.LEFT, False, now
        self._move(now)

    def _move(self, now: datetime) -> None:
        self.changed_at = now


def lives_at(member: Member, place: Place) -> bool:
    """Is that door theirs, as far as they said? One who never named a unit may live behind each of a building's."""
    same_unit = None in (place.unit, member.unit) or place.unit == member.unit
    return member.building is not None and member.home.public == place.public and same_unit
