"""A community at the beginning of its year: households of the care list, helpers paired with them, an office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from bot.domain.cadence import Window
from bot.domain.charge import Charge
from bot.domain.consent import TEXT
from bot.domain.errors import RuleError
from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Member, Role
from bot.domain.task import HoldState
from bot.domain.visit import Outcome, VisitHold, VisitState, open_visit
from bot.services.visits.pairing import pair_helper
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW
from tests.services.rosters import bring

COMPOUND, TEAM = "源昌鑫海湾", "爱禾缘志愿者"
KINDS = ("独居", "空巢", "低保")
"""Why a household is looked after: a third lives alone (weekly), an empty nest (every two weeks), in hardship (monthly)."""
OFFICE, LEADERS = 4, 2
_EACH = 3  # households of a helper, as the playbook has it
_SPARE = 4  # of so many helpers one has no household
_SLICE = 100


async def settle(database: Database, households: int, random: Random) -> None:
    """Everybody there is; nobody of them lives anywhere."""
    lines = [_household(n) for n in range(households)]
    await bring(database, "households", *lines)
    paired = -(-households // _EACH)
    async with database.work() as uow:
        office = [_person(uow, n, "社工", Role.COORDINATOR) for n in range(OFFICE)]
        heads = [_helper(uow, 100 + n) for n in range(8)]
        helpers = [_helper(uow, 1000 + n) for n in range(paired + paired // _SPARE + LEADERS)]
        for leader in helpers[-LEADERS:]:
            leader.join(TEAM, NOW, leads=True)
        await uow.numbered()
        for n, head in enumerate(heads):
            uow.add(Charge("party", COMPOUND, f"{n + 1}号楼", NOW, member_id=head.id))
        by = office[0].id or 0
        ids = [one.id or 0 for one in helpers[:paired]]
    await _pair(database, ids, by, random)
    async with database.work() as uow:
        known = [one.id or 0 for one in [*heads, *helpers] if random.random() < 0.9]
        await _visited_before(uow, known)


async def _visited_before(uow: UnitOfWork, helpers: Sequence[int]) -> None:
    """Nine of ten have made visits before, so that they may go alone: one long past visit stands for all of theirs."""
    [plan, *_] = await uow.visits.running(0, 1)
    past = NOW - timedelta(days=100)
    window = Window("before", past, past, past)
    visit = open_visit(plan.id or 0, plan.household_id, plan.programme, window)
    visit.state, visit.outcome, visit.ended_at, visit.changed_at = VisitState.DONE, Outcome.MET, past, past
    visit.holds = [VisitHold(one, HoldState.DONE, past, "志愿者", ended_at=past) for one in helpers]
    uow.add(visit)


async def _pair(database: Database, helpers: Sequence[int], by: int, random: Random) -> None:
    async with database.look() as uow:
        doors = await uow.households.inhabited(COMPOUND, 0, 100_000)
    random.shuffle(doors)
    for first in range(0, len(doors), _SLICE):
        async with database.work() as uow:
            office = await uow.members.get(by)
            for n, door in enumerate(doors[first : first + _SLICE], first):
                try:
                    await pair_helper(uow, door, helpers[n // _EACH], by=office, now=NOW)
                except RuleError as no:
                    if no.key != "no-plan-for-helpers":
                        raise


def _household(n: int) -> list[str]:
    building, unit, floor, door = n % 8, n // 8 % 2, n // 16 % 40, n // 640
    room = f"{floor + 1}{door + 1:02}"
    place = [COMPOUND, f"{building + 1}号楼", str(unit + 1), room]
    return [f"住户{n}", f"138{n:08}", *place, KINDS[n % len(KINDS)], ""]


def _person(uow: UnitOfWork, n: int, name: str, *roles: Role) -> Member:
    member = Member(7_000_000_000 + n, f"{name}{n}", consented=TEXT)
    uow.add(member)
    member.start(NOW)
    for role in roles:
        member.grant(role, NOW)
    return member


def _helper(uow: UnitOfWork, n: int) -> Member:
    member = _person(uow, n, "志愿者")
    member.join(TEAM, NOW).marks = (Mark(MAY_ENTER, _before(NOW)),)
    return member


def _before(now: datetime) -> datetime:
    return now.replace(year=now.year - 1)
