"""Every act by every role on every state of what it is done to, through the real services: allowed exactly where the
table of rights says so and the move is legal; otherwise a RuleError, and nothing has changed."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import Table, event, text, update

from bot.domain.alarm import AlarmState
from bot.domain.case import CaseState
from bot.domain.chat import Chat
from bot.domain.draft import DraftState
from bot.domain.errors import RuleError
from bot.domain.hello import DayState, HelloState
from bot.domain.kinship import Consent
from bot.domain.member import Member, TeamPlace
from bot.domain.playbook import Needs
from bot.domain.proof import ProofState
from bot.domain.proposal import ProposalState
from bot.domain.proxy import Telling
from bot.domain.rights import CLOSED, KEPT, REFUSAL, RIGHTS, Scope, Verb
from bot.domain.role import Access, Role
from bot.domain.task import TaskState
from bot.domain.visit import CallState, VisitState
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services import deeds, private_deeds
from tests.services.cast import NOW
from tests.services.deeds import Deed
from tests.services.rosters import bring, household
from tests.services.scene import GROUP, Scene, a_pause_waits, a_scene, an_actor
from tests.storage.compiled import compiled_once
from tests.storage.stores import KEY, PLAYBOOK
from tests.town import COMPOUND

RIGHTLESS = {*REFUSAL.values(), *CLOSED.values()}
SAID_FIRST = {Verb.CLAIM: {"no-already-yours"}}
"""Who has it is said before whether one may have it: to whoever lost the race that is the news."""
ONES_OWN = {Verb.SELF, Verb.LOGOUT, Verb.OWN_DATA, Verb.OWN_TIME}
"""Done to oneself, whatever the scene."""
INDOORS = (Role.VOLUNTEER, Role.LEADER, Role.BUILDING_HEAD, Role.GRID_WORKER)
"""Whose rights end at a team or a building."""


@dataclass(frozen=True)
class Thing:
    """Something with states: where its rows are, their numbers in a scene, and what is done to it."""

    table: Table
    rows: tuple[str, ...]
    states: type[StrEnum]
    deeds: Mapping[Verb, Deed]


THINGS = (
    Thing(tables.case, ("case",), CaseState, deeds.CASES),
    Thing(tables.task, ("task", "over"), TaskState, deeds.TASKS),
    Thing(tables.draft, ("draft", "left"), DraftState, deeds.DRAFTS),
    Thing(tables.alarm, ("alarm", "sos"), AlarmState, deeds.ALARMS),
    Thing(tables.proposal, ("proposal",), ProposalState, deeds.PROPOSALS),
    Thing(tables.proxy, ("proxy",), Telling, private_deeds.TELLINGS),
    Thing(tables.proof, ("proof",), ProofState, private_deeds.PROOFS),
    Thing(tables.kinship, ("kin", "kin_door", "kin_mine"), Consent, private_deeds.KIN),
    Thing(tables.visit, ("visit", "visit_held"), VisitState, private_deeds.VISITS),
    Thing(tables.hello, ("hello", "hello_theirs"), HelloState, private_deeds.HELLOS),
    Thing(tables.hello_day, ("day",), DayState, private_deeds.DAYS),
    Thing(tables.follow_up_call, ("call",), CallState, private_deeds.CALLS),
)
ONCE = {**deeds.ONCE, **private_deeds.ONCE}
EVERY: dict[Verb, Deed] = {**ONCE, **{verb: deed for thing in THINGS for verb, deed in thing.deeds.items()}}

BOOK = replace(
    PLAYBOOK,
    people=replace(PLAYBOOK.people, second=tuple(Role)),
    visits=replace(
        PLAYBOOK.visits, programmes=tuple(replace(one, needs=Needs()) for one in PLAYBOOK.visits.programmes)
    ),
)
"""With everything left to the rights: whoever has them may be the second, and nothing else is needed for a visit."""

T = TypeVar("T")
Cell = tuple[bool, bool]
"""Is it theirs; is it inside what their hat reaches?"""
Made = tuple[int, Scene]
"""Who acts, and on what."""


def test_every_act_has_its_deed() -> None:
    assert {*EVERY} == set(Verb)
    each = [*ONCE, *(verb for thing in THINGS for verb in thing.deeds)]
    assert len(each) == len(Verb)


def _cells(role: Role) -> tuple[Cell, ...]:
    return ((True, True), (False, True), *(((False, False),) if role in INDOORS else ()))


def _allowed(verb: Verb, role: Role, cell: Cell) -> bool:
    """What the table says, read here once more by hand."""
    mine, inside = cell
    for hat in {Role.RESIDENT, role}:
        scope = RIGHTS[verb].get(hat)
        own = mine or verb in ONES_OWN or (verb is Verb.REST and role is Role.VOLUNTEER)
        if scope is Scope.ALL or (scope is Scope.OWN and own) or (scope not in (None, Scope.OWN) and inside):
            return True
    return False


@dataclass(frozen=True)
class Stage:
    """A database with who wears a hat and everything they may act on; whatever is tried there is taken back."""

    database: Database
    role: Role
    made: Mapping[Cell, Made]


@pytest.fixture(scope="module")
def village(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Database]:
    """A file with two households, a group, and a pause that waits for a second person; and the database for all roles,
    closed, which knows its statements from one to the next."""
    path = tmp_path_factory.mktemp("matrix") / "village.db"
    shutil.copy(migrated_file, path)
    _run(_settle(_open(path)))
    return path, _open(path.with_name("linli.db"))


@pytest.fixture(scope="module", params=Role)
def stage(request: pytest.FixtureRequest, village: tuple[Path, Database]) -> Stage:
    """One for each role: the fewer others there are, the quicker is every question who may."""
    path, database = village
    shutil.copy(path, database.url.database or "")
    return Stage(database, request.param, _run(_cast(database, request.param)))


def _run(work: Coroutine[Any, Any, T]) -> T:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _open(path: Path) -> Database:
    return compiled_once(Database(f"sqlite+aiosqlite:///{path}", KEY, BOOK))


async def _settle(database: Database) -> None:
    kept = household("郑奶奶", kinds="独居"), household("吴伯", room="502", kinds="独居")
    await bring(database, "households", *kept)
    async with database.work() as uow:
        group = Chat(GROUP, "群")
        group.bind_building(COMPOUND, "3号楼", None, NOW)
        uow.add(group)
        await a_pause_waits(uow)
    await database.close()


async def _cast(database: Database, role: Role) -> dict[Cell, Made]:
    made = {}
    async with database.work() as uow:
        for cell in _cells(role):
            by = await an_actor(uow, role, cell[1])
            made[cell] = (by.id or 0, await a_scene(uow, by, cell[0]))
    await database.close()
    return made


class Ground:
    """One transaction in which everything is tried, and whatever was done is taken back. Nothing of it is kept.

    What is refused changes nothing, so what was read for it is at hand for whatever is tried next.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self.uow = uow
        self._kept: list[object] = []
        event.listen(
            uow.session.sync_session, "loaded_as_persistent", lambda _, noun: self._kept.append(noun)
        )

    async def begin(self) -> None:
        """This is where it is taken back to."""
        await self.uow.session.execute(text("SAVEPOINT begun"))

    async def take_back(self, *, all_of_it: bool = True) -> None:
        """All is as it was; `all_of_it`: who acts may have changed too."""
        session = self.uow.session
        await session.execute(text("ROLLBACK TO begun"))
        if all_of_it:
            session.expunge_all()
        for noun in list(session):
            if noun in session and not isinstance(noun, Member | TeamPlace):
                session.expunge(noun)
        session.info.clear()
        self._kept = list(session)
        self.uow = UnitOfWork(session, self.uow.playbook, self.uow.keychain)


@pytest.fixture
async def ground(stage: Stage) -> AsyncIterator[Ground]:
    """That database, open."""
    transaction = stage.database.work()
    ground = Ground(await transaction.__aenter__())
    await ground.begin()
    yield ground
    with contextlib.suppress(_Enough):
        await transaction.__aexit__(_Enough, _Enough(), None)
    await stage.database.close()


class _Enough(Exception):
    """Ends a transaction without a trace."""


@dataclass
class Question:
    """One person before one scene in one state, asked to do one thing after another."""

    made: Made
    deeds: Mapping[Verb, Deed]
    allowed: Mapping[Verb, bool]
    thing: Thing | None = None
    state: StrEnum | None = None
    access: Access = Access.ACTIVE

    async def ask(self, ground: Ground) -> set[Verb]:
        """Which were done."""
        await self._set(ground.uow)
        done = set()
        for verb, deed in self.deeds.items():
            by = await ground.uow.members.get(self.made[0])
            try:
                await deed(ground.uow, by, self.made[1])
            except RuleError as no:
                self._refused(verb, no, _traces(ground.uow))
            else:
                assert self.allowed[verb], f"{self._cell(verb)}: was done"
                done.add(verb)
                await ground.take_back()
                await self._set(ground.uow)
        await ground.take_back(all_of_it=self.access is not Access.ACTIVE)
        return done

    async def _set(self, uow: UnitOfWork) -> None:
        if self.thing is not None and self.state is not None:
            table, numbers = self.thing.table, [getattr(self.made[1], row) for row in self.thing.rows]
            await uow.session.execute(update(table).where(table.c.id.in_(numbers)).values(state=self.state))
        if self.access is not Access.ACTIVE:
            member = tables.member
            await uow.session.execute(
                update(member).where(member.c.id == self.made[0]).values(access=self.access)
            )

    def _refused(self, verb: Verb, no: RuleError, traces: list[object]) -> None:
        assert not traces, f"{self._cell(verb)}: refused, yet {traces}"
        if not self.allowed[verb] and self._fresh():
            expected = RIGHTLESS if self.access is Access.ACTIVE else {CLOSED[self.access]}
            assert no.key in expected | SAID_FIRST.get(verb, set()), f"{self._cell(verb)}: {no.key}"

    def _fresh(self) -> bool:
        """A state in which no move is refused for the state's own sake before anybody asks who moves."""
        return self.state is None or self.state in (CaseState.NEW, TaskState.OPEN)

    def _cell(self, verb: Verb) -> str:
        return f"{verb} on {self.state}, {self.access}, {'theirs' if self.made[1].mine else 'not theirs'}"


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


async def _all(ground: Ground, stage: Stage, thing: Thing | None) -> None:
    """Everything that role may do was done in some state; everything else in none."""
    each = thing.deeds if thing else ONCE
    may, done = set(), set()
    for cell, made in stage.made.items():
        allowed = {verb: _allowed(verb, stage.role, cell) for verb in each}
        may |= {verb for verb in each if allowed[verb]}
        for state in thing.states if thing else (None,):
            done |= await Question(made, each, allowed, thing, state).ask(ground)
    assert sorted(may - done) == [], f"a {stage.role} may, and never could"


async def test_on_every_state_and_on_what_is_there_once(ground: Ground, stage: Stage) -> None:
    for thing in (*THINGS, None):
        await _all(ground, stage, thing)


async def test_whoever_may_not_act_does_none_of_it_whatever_hat_they_wear(
    ground: Ground, stage: Stage
) -> None:
    for access in (Access.SUSPENDED, Access.LOGGED_OUT, Access.BLOCKED):
        allowed = {verb: verb in KEPT[access] for verb in EVERY}
        await Question(stage.made[True, True], EVERY, allowed, access=access).ask(ground)
