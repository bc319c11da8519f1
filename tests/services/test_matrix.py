"""Every act by every role on every state of what it is done to, through the real services: allowed exactly where the
table of rights says so and the move is legal; otherwise a RuleError, and nothing has changed."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest

from bot.domain.alarm import Alarm
from bot.domain.case import CaseState
from bot.domain.chat import Chat
from bot.domain.draft import Draft
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.proposal import Proposal
from bot.domain.rights import CLOSED, KEPT, REFUSAL, RIGHTS, Scope, Verb
from bot.domain.role import Access, Role, Ward
from bot.domain.task import TaskState
from bot.services.reports import Report, file_report
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, OTHER_TEAM, newcomer
from tests.services.deeds import CASES, ELSEWHERE, GROUP, HERE, ONCE, TASKS, Deed, Scene
from tests.storage.stores import open_database
from tests.town import COMPOUND

TEAM = "绿禾缘快乐环保社"
RIGHTLESS = {*REFUSAL.values(), *CLOSED.values()}
SAID_FIRST = {Verb.CLAIM: {"no-already-yours"}}
"""Who has it is said before whether one may have it: to whoever lost the race that is the news."""


class _Enough(Exception):
    """Ends a transaction without a trace."""


def test_every_act_has_its_deed_or_says_where_it_is_asked() -> None:
    assert {*CASES, *TASKS, *ONCE, *ELSEWHERE} == set(Verb)
    assert len(CASES) + len(TASKS) + len(ONCE) + len(ELSEWHERE) == len(Verb)


async def _scene(uow: UnitOfWork, by: Member, mine: bool) -> Scene:
    other = await newcomer(uow, "另一位", team=TEAM)
    asker = await newcomer(uow, "想来的")
    place = asker.ask_to_join(TEAM, NOW)
    reporter = by if mine else other
    case = await file_report(
        uow,
        Report("旧沙发", HERE, "recycle", origin=(GROUP, 1 + by.id) if by.id else None),
        reporter,
        now=NOW,
    )
    [task] = await uow.tasks.of_case(case.id)
    task.slots = 3
    task.claim((by if mine else other).id or 0, "某人", NOW)
    if mine:
        task.claim(other.id or 0, "另一位", NOW)
    nameless = await file_report(uow, Report("旧床", HERE, "recycle"), None, now=NOW)
    nameless.state, nameless.proposed_at = CaseState.PROPOSED, NOW
    another = await file_report(uow, Report("旧桌", HERE, "recycle"), other, now=NOW)
    draft = Draft((by if mine else other).id or 0, "灯坏了", NOW, NOW, changed_at=NOW)
    left = Draft(other.id or 0, "门坏了", NOW, NOW, changed_at=NOW, shown_at=NOW)
    alarm = Alarm("fire", NOW, case_id=case.id, heard_at=NOW)
    proposal = Proposal(Role.COORDINATOR, asker.id or 0, other.id, NOW, NOW.replace(day=NOW.day + 1))
    for row in (draft, left, alarm, proposal):
        uow.add(row)
    await uow.numbered()
    ids = (place.id or 0, alarm.id or 0, proposal.id or 0)
    return Scene(case, task, other, nameless, another, draft, left, *ids, mine)


async def _actor(uow: UnitOfWork, role: Role, inside: bool) -> Member:
    by = await newcomer(uow, "某人")
    if role in (Role.VOLUNTEER, Role.LEADER):
        by.join(TEAM if inside else OTHER_TEAM, NOW, leads=role is Role.LEADER)
    if role in (Role.BUILDING_HEAD, Role.GRID_WORKER):
        by.wards = (Ward(role, COMPOUND, "3号楼" if inside else "4号楼"),)
    by.roles = frozenset({Role.RESIDENT, role})
    return by


def _allowed(verb: Verb, role: Role, *, mine: bool, inside: bool) -> bool:
    """What the table says, read here once more by hand."""
    for hat in {Role.RESIDENT, role}:
        scope = RIGHTS[verb].get(hat)
        own = mine or verb in (Verb.SELF, Verb.LOGOUT) or (verb is Verb.REST and role is Role.VOLUNTEER)
        if scope is Scope.ALL or (scope is Scope.OWN and own) or (scope not in (None, Scope.OWN) and inside):
            return True
    return False


Cell = tuple[bool, bool]
"""Is it theirs; is it inside what their hat reaches?"""
_CELLS: tuple[Cell, ...] = ((True, True), (False, True), (False, False))


async def _prepare(database: Database, role: Role) -> dict[Cell, tuple[int, Scene]]:
    """Who acts, and on what, for each cell; made once, for every try leaves all as it was."""
    made = {}
    async with database.work() as uow:
        group = Chat(GROUP, "群")
        group.bind_building(COMPOUND, "3号楼", None, NOW)
        uow.add(group)
        for mine, inside in _CELLS:
            by = await _actor(uow, role, inside)
            made[mine, inside] = (by.id or 0, await _scene(uow, by, mine))
    return made


async def _again(uow: UnitOfWork, scene: Scene) -> Scene:
    """The same rows, as this transaction finds them."""
    cases = [await uow.cases.get(case.id) for case in (scene.case, scene.nameless, scene.another)]
    drafts = [await uow.drafts.get(draft.id or 0) for draft in (scene.draft, scene.left)]
    task, other = await uow.tasks.get(scene.task.id), await uow.members.get(scene.other.id)
    case, nameless, another = cases
    draft, left = drafts
    ids = (scene.place_id, scene.alarm_id, scene.proposal_id)
    return Scene(case, task, other, nameless, another, draft, left, *ids, scene.mine)


async def _try(
    database: Database,
    made: tuple[int, Scene],
    verb: Verb,
    deed: Deed,
    state: CaseState | TaskState | None,
    *,
    allowed: bool,
    access: Access = Access.ACTIVE,
) -> None:
    """One act; then everything is taken back."""
    cell = f"{verb} on {state}, {access}"
    refusal, traces = None, None
    with contextlib.suppress(_Enough):
        async with database.work() as uow:
            by, scene = await uow.members.get(made[0]), await _again(uow, made[1])
            scene.case.state = state if isinstance(state, CaseState) else scene.case.state
            scene.task.state = state if isinstance(state, TaskState) else scene.task.state
            by.access = access
            await uow.flush()
            try:
                await deed(uow, by, scene)
            except RuleError as no:
                refusal, traces = no, _traces(uow)
            raise _Enough
    assert not traces, f"{cell}: refused, yet {traces}"
    if refusal is None:
        assert allowed, f"{cell}: was done"
    elif not allowed and _fresh(state):
        expected = RIGHTLESS if access is Access.ACTIVE else {CLOSED[access]}
        assert refusal.key in expected | SAID_FIRST.get(verb, set()), f"{cell}: {refusal.key}"


def _traces(uow: UnitOfWork) -> list[object]:
    """Whatever a refused act would leave behind."""
    changed = [row for row in uow.session.dirty if uow.session.sync_session.is_modified(row)]
    return [
        *uow.session.new,
        *uow.session.deleted,
        *changed,
        *uow._events,
        *(["posts"] if uow.posts.any else []),
    ]


def _fresh(state: CaseState | TaskState | None) -> bool:
    """A state in which no move is refused for the state's own sake before anybody asks who moves."""
    return state in (None, CaseState.NEW, TaskState.OPEN)


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Database]:
    """On real SQLite."""
    database = open_database(sqlite_url)
    yield database
    await database.close()


async def _all(store: Database, role: Role, deeds: dict[Verb, Deed], states: Iterable[Any]) -> None:
    made = await _prepare(store, role)
    states = list(states)
    for verb, deed in deeds.items():
        for mine, inside in _CELLS:
            allowed = _allowed(verb, role, mine=mine, inside=inside)
            for state in states:
                await _try(store, made[mine, inside], verb, deed, state, allowed=allowed)


@pytest.mark.parametrize("role", Role)
async def test_on_every_state_of_a_case(store: Database, role: Role) -> None:
    await _all(store, role, CASES, CaseState)


@pytest.mark.parametrize("role", Role)
async def test_on_every_state_of_a_task(store: Database, role: Role) -> None:
    await _all(store, role, TASKS, TaskState)


@pytest.mark.parametrize("role", Role)
async def test_on_what_is_there_once(store: Database, role: Role) -> None:
    await _all(store, role, ONCE, [None])


@pytest.mark.parametrize("access", [Access.SUSPENDED, Access.LOGGED_OUT, Access.BLOCKED])
async def test_whoever_may_not_act_does_none_of_it_whatever_hat_they_wear(
    store: Database, access: Access
) -> None:
    made = (await _prepare(store, Role.ADMIN))[True, True]
    for verb, deed in {**CASES, **TASKS, **ONCE}.items():
        allowed = verb in KEPT[access]
        await _try(store, made, verb, deed, None, allowed=allowed, access=access)
