"""Whatever people do, in whatever order: nobody comes to an office by one person's act, and once there is an admin
there always is one."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.role import OFFICES, Role
from bot.services.access import log_out, restore, revoke, suspend
from bot.services.appointing import decide_proposal
from bot.services.invites import make_invite, redeem_invite
from bot.storage.database import Database
from bot.storage.proposals import Proposals
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, newcomer
from tests.storage.stores import open_database

PEOPLE = 4
who = st.integers(0, PEOPLE - 1)
maker = st.one_of(st.none(), who)
STEPS = st.one_of(
    st.tuples(st.just("invite"), maker, who, st.sampled_from(OFFICES)),
    st.tuples(st.just("second"), maker, st.booleans(), st.none()),
    st.tuples(st.just("revoke"), who, who, st.sampled_from(OFFICES)),
    st.tuples(st.just("suspend"), who, who, st.none()),
    st.tuples(st.just("restore"), who, who, st.none()),
    st.tuples(st.just("logout"), who, who, st.none()),
)


async def _act(uow: UnitOfWork, people: list[Member], n: int, step: tuple[object, ...]) -> set[object]:
    """One step; who had a hand in it when it gave somebody an office."""
    kind, one, other, role = step
    by = people[one] if isinstance(one, int) else None
    if kind == "invite":
        guest = people[int(str(other))]
        await make_invite(uow, Role(str(role)), None, by=by, now=NOW, code=f"code{n}")
        await redeem_invite(uow, f"code{n}", guest, now=NOW, round_=n)
        return {by.id if by else "cli"}
    if kind == "second":
        waiting = await Proposals(uow.session).waiting(NOW)
        if not waiting:
            return set()
        proposal = waiting[0]
        await decide_proposal(uow, proposal.id or 0, by, agree=bool(other), now=NOW, round_=n)
        return {proposal.by_id or "cli", by.id if by else "cli"}
    assert by is not None
    target = people[int(str(other))].id or 0
    if kind == "revoke":
        await revoke(uow, target, Role(str(role)), by, now=NOW)
    elif kind == "suspend":
        await suspend(uow, target, by, now=NOW)
    elif kind == "restore":
        await restore(uow, target, by, now=NOW)
    else:
        await log_out(uow, by, now=NOW)
    return set()


async def _live(database: Database, steps: list[tuple[object, ...]]) -> None:
    async with database.work() as uow:
        ids = [(await newcomer(uow, f"某{n}")).id for n in range(PEOPLE)]
    had_admin, before = False, dict.fromkeys(ids, frozenset[Role]())
    for n, step in enumerate(steps):
        hands: set[object] = set()
        nobody = not any(roles & {*OFFICES} for roles in before.values())
        try:
            async with database.work() as uow:
                people = [await uow.members.get(number) for number in ids]
                nobody = not await Proposals(uow.session).count(*OFFICES)
                hands = await _act(uow, people, n, step)
        except RuleError:
            pass
        async with database.look() as uow:
            members = [await uow.members.get(number) for number in ids]
        admins = [m for m in members if Role.ADMIN in m.roles and m.active]
        assert admins or not had_admin, step
        had_admin = bool(admins)
        for member in members:
            if (member.roles - before[member.id]) & {*OFFICES}:
                assert len(hands) == 2 or (hands == {"cli"} and nobody), step
            before[member.id] = member.roles


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=5, max_size=25))
def test_no_order_of_acts_makes_an_office_one_persons_gift_or_leaves_no_admin(
    migrated_file: Path, steps: list[tuple[object, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(migrated_file, Path(folder) / "linli.db")

        async def run() -> None:
            database = open_database(f"sqlite+aiosqlite:///{folder}/linli.db")
            try:
                await _live(database, steps)
            finally:
                await database.close()

        asyncio.run(run())


async def test_the_story_the_machine_starts_from(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    await _live(
        database,
        [
            ("invite", None, 0, Role.ADMIN),
            ("invite", 0, 1, Role.ADMIN),
            ("second", None, True, None),
            ("suspend", 0, 1, None),
            ("logout", 0, 0, None),
            ("revoke", 0, 0, Role.ADMIN),
            ("restore", 0, 1, None),
            ("revoke", 0, 1, Role.ADMIN),
        ],
    )
    async with database.look() as uow:
        assert [m.name for m in await Proposals(uow.session).holding(Role.ADMIN)] == ["某0"]
    await database.close()


@pytest.mark.parametrize("role", OFFICES)
async def test_two_links_of_one_coordinator_are_still_one_person(sqlite_url: str, role: Role) -> None:
    database = open_database(sqlite_url)
    await _live(
        database,
        [
            ("invite", None, 0, Role.ADMIN),
            ("invite", 0, 1, role),
            ("invite", 0, 2, role),
            ("second", 0, True, None),
        ],
    )
    async with database.look() as uow:
        assert len(await Proposals(uow.session).holding(*OFFICES)) == 1
    await database.close()
