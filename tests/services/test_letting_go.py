"""Whoever leaves, is suspended, loses a phone or a hat hands back first what they hold and what they were asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.alarm import Alarm, AlarmState
from bot.domain.kinship import Kinship, Tie
from bot.domain.marks import MAY_ENTER, STRONG, Mark
from bot.domain.member import Member
from bot.domain.role import Role
from bot.domain.task import HoldState
from bot.domain.visit import CallState, FollowUpCall, VisitState
from bot.services.access import block_member, log_out, revoke, suspend
from bot.services.asking import ask_member
from bot.services.claims import claim_task
from bot.services.leaving import forget
from bot.services.occurrences import open_due_visits
from bot.services.visits.pairing import pair_helper
from bot.services.visits.promising import claim_visit
from bot.storage.calls import Calls
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, newcomer, said_to
from tests.services.doing import SOLO, coordinator, helper, reported
from tests.services.rosters import bring, household

End = Callable[[UnitOfWork, Member, Member], Awaitable[object]]
ENDS: dict[str, End] = {
    "forgotten": lambda uow, one, wang: forget(uow, one, "居民 2 号（已离开）", keep_open=True, now=NOW),
    "suspended": lambda uow, one, wang: suspend(uow, one.id or 0, wang, now=NOW),
    "blocked": lambda uow, one, wang: block_member(uow, one.id or 0, wang, now=NOW),
    "logged out": lambda uow, one, wang: log_out(uow, one, now=NOW),
    "a volunteer no more": lambda uow, one, wang: revoke(uow, one.id or 0, Role.VOLUNTEER, wang, now=NOW),
}


@pytest.mark.parametrize("how", ENDS)
async def test_a_volunteers_tasks_questions_and_visits_go_to_others(database: Database, how: str) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        wang, lin = await coordinator(uow), await helper(uow, "林伯")
        lin.teams[0].marks = (Mark(MAY_ENTER, NOW), Mark(STRONG, NOW))
        (_, held), (_, asked) = await reported(uow, wang), await reported(uow, wang, text="旧床")
        await claim_task(uow, held.id or 0, lin, now=NOW)
        await ask_member(uow, asked.id or 0, lin.id or 0, wang, now=NOW)
        door = Kinship(wang.id or 0, Tie.CHILD, NOW, name="她", compound="源昌鑫海湾", building="3号楼")
        door.asker_id = lin.id
        uow.add(door)
        await pair_helper(uow, 1, lin.id or 0, by=wang, now=NOW)
        await open_due_visits(uow, now=NOW)
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        [visit] = await uow.visits.of_plan(plan.id)
        lin = await uow.members.get(lin.id)
        await claim_visit(uow, visit.id or 0, NOW + timedelta(hours=2), by=lin, now=NOW)
    async with database.work() as uow:
        await ENDS[how](uow, await uow.members.get(lin.id), await uow.members.get(wang.id))
    async with database.look() as uow:
        for task in (await uow.tasks.get(held.id), await uow.tasks.get(asked.id)):
            assert not [h for h in task.holdings if h.state in (HoldState.ASKED, HoldState.HOLDING)]
        visit = await uow.visits.get(visit.id)
        assert (visit.state, visit.active) == (VisitState.OFFERED, [])
        assert (await uow.kin.get(door.id)).asker_id is None
    assert "task-refused" in [key for key, _ in await said_to(database, wang.telegram_id)]


@pytest.mark.parametrize("how", ["forgotten", "suspended", "logged out"])
async def test_a_coordinators_alarms_and_calls_go_to_the_others(database: Database, how: str) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await newcomer(uow, "陈社工", Role.COORDINATOR)
        await open_due_visits(uow, now=NOW)
        alarm = Alarm("fire", NOW, heard_at=NOW)
        uow.add(alarm)
        await uow.numbered()
        alarm.take(chen.id or 0, chen.name, NOW)
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        [visit] = await uow.visits.of_plan(plan.id)
        call = FollowUpCall(visit.id or 0, 1, NOW, NOW + timedelta(hours=2))
        call.take(chen.id or 0, chen.name, NOW)
        uow.add(call)
    async with database.work() as uow:
        await ENDS[how](uow, await uow.members.get(chen.id), await uow.members.get(wang.id))
    async with database.look() as uow:
        assert (await uow.alarms.get(alarm.id or 0)).state is AlarmState.CALLING
        found = await Calls(uow.session).get(call.id or 0)
        assert (found.state, found.owner_id) == (CallState.OPEN, None)


async def test_whom_nobody_is_left_to_help_is_not_helped_by_who_left(database: Database) -> None:
    """A pairing ends with who was paired."""
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        wang, lin = await coordinator(uow), await helper(uow, "林伯", SOLO)
        lin.teams[0].marks = (Mark(MAY_ENTER, NOW),)
        await pair_helper(uow, 1, lin.id or 0, by=wang, now=NOW)
    async with database.work() as uow:
        await revoke(uow, lin.id or 0, Role.VOLUNTEER, await uow.members.get(wang.id), now=NOW)
    async with database.look() as uow:
        assert not any(plan.is_helper(lin.id) for plan in await uow.visits.plans_of(1))
