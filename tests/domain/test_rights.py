"""The table of rights, cell by cell: every act, every role, every state of an account, inside its scope and outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.roles import MEANING as ROLE_MEANING
from bot.cli.roles import REACHES, as_markdown
from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.rights import (
    CLOSED,
    KEPT,
    MEANING,
    REFUSAL,
    RIGHTS,
    Scope,
    Subject,
    Verb,
    may,
    may_some,
    must,
)
from bot.domain.role import Access, Ward
from bot.domain.task import Task
from tests.town import COMPOUND, MORNING

TEAM, OTHER = "阳光姐姐", "水上救援队"
HERE, THERE = Place(COMPOUND, "3号楼", "2", "1502"), Place(COMPOUND, "4号楼")
CELLS = [(verb, role, access) for verb in Verb for role in Role for access in Access]
INSIDE = {
    Scope.OWN: Subject(own=True),
    Scope.CREW: Subject(team=TEAM),
    Scope.TEAM: Subject(team=TEAM),
    Scope.BUILDING: Subject(place=HERE),
    Scope.COMPOUND: Subject(place=HERE),
    Scope.ALL: Subject(),
}
OUTSIDE = {
    Scope.OWN: Subject(team=TEAM, place=HERE),
    Scope.CREW: Subject(own=True, team=OTHER, place=HERE),
    Scope.TEAM: Subject(own=True, team=OTHER, place=HERE),
    Scope.BUILDING: Subject(own=True, team=TEAM, place=THERE),
    Scope.COMPOUND: Subject(own=True, team=TEAM, place=THERE),
}
"""By scope: something it reaches, and something that only another scope would reach."""


def wearing(role: Role, access: Access = Access.ACTIVE) -> Member:
    """Somebody with this hat alone, and with every place in the world that goes with it."""
    member = Member(1, "梅阿姨", roles=frozenset({role}), access=access, id=1)
    if role in (Role.VOLUNTEER, Role.LEADER):
        member.join(TEAM, MORNING, leads=role is Role.LEADER)
        member.roles = frozenset({role})
    if role in (Role.BUILDING_HEAD, Role.GRID_WORKER):
        member.wards = (Ward(role, COMPOUND, "3号楼"),)
    return member


@pytest.mark.parametrize(("verb", "role", "access"), CELLS)
def test_a_cell_says_all_there_is_to_a_right(verb: Verb, role: Role, access: Access) -> None:
    member, scope = wearing(role, access), RIGHTS[verb].get(role)
    kept = verb in KEPT[access]
    if scope is None:
        everything = Subject(True, TEAM, HERE)
        assert not may(member, verb, everything)
        assert not may_some(member, verb)
        with pytest.raises(RuleError) as refused:
            must(member, verb, everything)
        assert refused.value.key == (REFUSAL[verb] if kept else CLOSED[access])
        return
    assert may(member, verb, INSIDE[scope]) is kept
    assert may_some(member, verb) is kept
    if kept:
        must(member, verb, INSIDE[scope])
    else:
        with pytest.raises(RuleError, match=CLOSED[access]):
            must(member, verb, INSIDE[scope])
    if scope is not Scope.ALL:
        assert not may(member, verb, OUTSIDE[scope])
        assert not may(member, verb)


def test_no_act_lacks_a_row_a_meaning_or_a_refusal_and_no_role_a_meaning() -> None:
    assert set(RIGHTS) == set(MEANING) == set(REFUSAL) == set(Verb)
    assert all(RIGHTS[verb] for verb in Verb)
    assert set(ROLE_MEANING) == {role.value for role in Role}
    assert set(REACHES) == {scope.value for scope in Scope}
    assert set(INSIDE) == set(Scope) == {*OUTSIDE, Scope.ALL}
    assert set(KEPT) == set(Access) == {*CLOSED, Access.ACTIVE}


def test_whatever_a_coordinator_may_an_admin_may() -> None:
    for row in RIGHTS.values():
        assert Role.COORDINATOR not in row or row[Role.ADMIN] is row[Role.COORDINATOR]


def test_a_hat_alone_opens_no_door_where_nothing_belongs_to_it() -> None:
    bare = Member(
        1, "梅阿姨", roles=frozenset({Role.LEADER, Role.BUILDING_HEAD, Role.GRID_WORKER, Role.VOLUNTEER})
    )
    anywhere = Subject(team=TEAM, place=HERE)
    for verb in (Verb.ASK, Verb.VOUCH, Verb.CLAIM, Verb.POST, Verb.BUILDING):
        assert not may(bare, verb, anywhere)
        assert not may_some(bare, verb)


def test_a_ward_of_a_head_is_none_of_a_grid_worker() -> None:
    head = Member(
        1, "吴师傅", roles=frozenset({Role.GRID_WORKER}), wards=(Ward(Role.BUILDING_HEAD, COMPOUND, "3号楼"),)
    )
    assert not may(head, Verb.POST, Subject(place=HERE))


def test_a_grid_workers_compound_holds_all_its_buildings_and_no_others() -> None:
    worker = Member(1, "小吴", roles=frozenset({Role.GRID_WORKER}), wards=(Ward(Role.GRID_WORKER, COMPOUND),))
    assert may(worker, Verb.POST, Subject(place=HERE))
    assert may(worker, Verb.POST, Subject(place=THERE))
    assert not may(worker, Verb.POST, Subject(place=Place("源昌宝墅湾", "3号楼")))
    assert not may(worker, Verb.POST, Subject(place=Place()))


def test_a_case_is_its_reporters_and_nobodys_when_nobody_is_known_to_have_reported_it() -> None:
    mei, chen = Member(1, "梅阿姨", id=1), Member(2, "陈姐", id=2)
    case = Case(1, "电梯坏了", MORNING, id=12)
    assert may(mei, Verb.WITHDRAW, Subject.case(case, mei))
    assert not may(chen, Verb.WITHDRAW, Subject.case(case, chen))
    unknown, nobody = Case(None, "电梯坏了", MORNING, id=13), Member(3, "新来的")
    assert not may(nobody, Verb.WITHDRAW, Subject.case(unknown, nobody))


def test_a_task_is_its_holders_while_they_hold_it() -> None:
    chen, other = wearing(Role.VOLUNTEER), Member(2, "小林", id=2)
    task = Task(TEAM, None, MORNING, id=5)
    task.claim(1, "陈姐", MORNING)
    assert may(chen, Verb.FINISH, Subject.task(task, chen))
    assert not may(other, Verb.FINISH, Subject.task(task, other))
    task.release(1, MORNING)
    assert not may(chen, Verb.FINISH, Subject.task(task, chen))


def test_readme_shows_this_very_table() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert as_markdown() in readme
