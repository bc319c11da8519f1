"""Who may do what. Asked at every press and command, from our own rows alone.

must(by, Verb.ASK, Subject(team=task.team))      raises RuleError
may(member, Verb.TODO)                           a yes or no, for what a card shows
may_some(member, Verb.SEE_TEAM)                  is there anything they may do it to?
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.rights.table import CLOSED, KEPT, RIGHTS, Scope
from bot.domain.rights.verbs import REFUSAL, Verb
from bot.domain.role import Role
from bot.domain.task import Task

NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is done to, as far as rights go. `own`: it is theirs; `no`: as people say its number.

    One that says nothing is nobody's own, of no team and nowhere: only who may do it to everything may do it to it.
    """

    own: bool = False
    team: str | None = None
    place: Place = NOWHERE
    no: str = ""

    @classmethod
    def case(cls, case: Case, by: Member, *, own: bool = False) -> Subject:
        """A case: its reporter's own; `own` says that it is theirs for another reason."""
        reported = case.reporter_id is not None and case.reporter_id == by.id
        return cls(own or reported, case.team, case.place.public, case.number)

    @classmethod
    def task(cls, task: Task, by: Member) -> Subject:
        """A task: the own of who holds it; over, of who did."""
        held = task.held_by(by.id) if task.is_live else any(h.member_id == by.id for h in task.holdings)
        return cls(bool(held), task.team, no=task.number)

    @classmethod
    def work(cls, task: Task, case: Case | None) -> Subject:
        """A task as those see it who look after its team or its building; of what is sensitive no building knows."""
        place = case.place.public if case is not None and not case.sensitive else NOWHERE
        return cls(team=task.team, place=place, no=task.number)


NOTHING = Subject()
MINE = Subject(own=True)
"""Oneself, and what is about nobody else."""


def may(member: Member, verb: Verb, about: Subject = NOTHING) -> bool:
    """Has this person the right to do this to that, now?"""
    if verb not in KEPT[member.access]:
        return False
    return any(_reaches(member, role, scope, about) for role, scope in RIGHTS[verb].items())


def may_some(member: Member, verb: Verb) -> bool:
    """Is there anything at all they may do this to? For what is on their keyboard, and for lists."""
    if verb not in KEPT[member.access]:
        return False
    return any(role in member.roles and _has(member, role, scope) for role, scope in RIGHTS[verb].items())


def must(member: Member, verb: Verb, about: Subject = NOTHING) -> None:
    """Raises RuleError without the right: says who may, or that this account may not act at all."""
    if verb not in KEPT[member.access]:
        raise RuleError(CLOSED[member.access])
    if not may(member, verb, about):
        raise _refusal(verb, about)


def must_some(member: Member, verb: Verb) -> None:
    """Raises RuleError where there is nothing they may do this to."""
    if verb not in KEPT[member.access]:
        raise RuleError(CLOSED[member.access])
    if not may_some(member, verb):
        raise _refusal(verb, NOTHING)


def _refusal(verb: Verb, about: Subject) -> RuleError:
    key = REFUSAL[verb]
    if key in ("no-not-your-case", "no-not-yours"):
        return RuleError(key, no=about.no)
    return RuleError(key, team=about.team or "") if key == "no-not-in-team" else RuleError(key)


def _reaches(member: Member, role: Role, scope: Scope, about: Subject) -> bool:
    if role not in member.roles:
        return False
    place = member.in_team(about.team)
    match scope:
        case Scope.ALL:
            return True
        case Scope.OWN:
            return about.own
        case Scope.CREW:
            return place is not None
        case Scope.TEAM:
            return place is not None and place.leads
        case Scope.BUILDING | Scope.COMPOUND:
            return any(ward.role is role and ward.holds(about.place) for ward in member.wards)


def _has(member: Member, role: Role, scope: Scope) -> bool:
    match scope:
        case Scope.CREW:
            return member.volunteers
        case Scope.TEAM:
            return any(place.leads for place in member.teams)
        case Scope.BUILDING | Scope.COMPOUND:
            return any(ward.role is role for ward in member.wards)
        case _:
            return True
