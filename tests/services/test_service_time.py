"""Service time on real rows: who may confirm it, whom it waits for, and the paper made of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.task import Task
from bot.services.claims import claim_task
from bot.services.proofs import ask_for_proof, give_proof, refuse_proof
from bot.services.results import finish_task
from bot.services.service_time import send_times, set_minutes
from bot.storage.database import Database
from bot.storage.machinery import outbox
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork
from scheduler.jobs import JobRunner
from tests.services.cast import NOW, OTHER_TEAM, TEAM, cards_in, newcomer, said_to

LATER = NOW + timedelta(minutes=40)
EVENING = NOW + timedelta(hours=7)


async def finished(uow: UnitOfWork, person: Member) -> int:
    """A task that person has claimed and done; the number of their hold."""
    task = Task(TEAM, "carry", NOW)
    uow.add(task)
    await uow.numbered()
    await claim_task(uow, task.id or 0, person, now=NOW)
    await finish_task(uow, task.id or 0, person, now=LATER)
    await uow.flush()
    return task.holdings[0].id or 0


async def test_leaders_of_that_team_and_coordinators_confirm_and_nobody_else(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林", team=TEAM)
        people = {
            "leader": await newcomer(uow, "陈姐", team=TEAM, leads=True),
            "other": await newcomer(uow, "老李", team=OTHER_TEAM, leads=True),
            "mate": await newcomer(uow, "小吴", team=TEAM),
            "resident": await newcomer(uow, "梅阿姨"),
            "wang": await newcomer(uow, "王社工", Role.COORDINATOR),
        }
        holds = [await finished(uow, lin) for _ in range(2)]
        for name in ("other", "mate", "resident"):
            with pytest.raises(RuleError, match="no-leaders-only"):
                await set_minutes(uow, holds[0], 60, people[name], now=LATER)
        for hold, name in zip(holds, ("leader", "wang"), strict=True):
            await set_minutes(uow, hold, 60, people[name], now=LATER)
        stints = await ServiceTimes(uow.session).of(lin.id, NOW)
        assert [(one.minutes, one.confirmed) for one in stints] == [(60, True), (60, True)]
        assert await ServiceTimes(uow.session).minutes_of([lin.id or 0], TEAM, NOW) == {lin.id: 120}


async def test_once_a_day_the_leader_is_told_what_waits_and_without_one_the_coordinators(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        lin = await newcomer(uow, "小林", team=TEAM)
        await finished(uow, lin)
        assert await send_times(uow, now=EVENING) == 1
    assert "times" in await cards_in(database, wang.telegram_id)
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        assert await send_times(uow, now=EVENING) == 0
        assert await send_times(uow, now=EVENING + timedelta(days=1)) == 1
    assert "times" in await cards_in(database, chen.telegram_id)


async def test_a_leaders_own_time_waits_for_the_coordinators(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        chen = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        hold = await finished(uow, chen)
        await set_minutes(uow, hold, 120, chen, now=LATER)
        assert not (await ServiceTimes(uow.session).of(chen.id, NOW))[0].confirmed
        await send_times(uow, now=EVENING)
    assert "times" in await cards_in(database, wang.telegram_id)
    assert "times" not in await cards_in(database, chen.telegram_id)


async def test_a_proof_is_made_once_of_what_is_confirmed_and_goes_to_the_person(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林", team=TEAM)
        chen = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        mate = await newcomer(uow, "小吴", team=TEAM)
        hold = await finished(uow, lin)
        with pytest.raises(RuleError, match="no-time-to-prove"):
            await ask_for_proof(uow, lin, 2026, now=LATER)
        await set_minutes(uow, hold, 60, chen, now=LATER)
        asked = await ask_for_proof(uow, lin, 2026, now=LATER)
        with pytest.raises(RuleError, match="no-proof-asked"):
            await ask_for_proof(uow, lin, 2026, now=LATER)
        for who, key in ((mate, "no-leaders-only"), (lin, "no-own-time")):
            with pytest.raises(RuleError, match=key):
                await give_proof(uow, asked.id or 0, who, now=LATER)
        await give_proof(uow, asked.id or 0, chen, now=LATER)
        with pytest.raises(RuleError, match="no-proof-decided"):
            await refuse_proof(uow, asked.id or 0, chen, now=LATER)
    async with database.look() as uow:
        assert await uow.blobs.find("proof:1") is None, "it is not drawn while others wait for the database"
    await JobRunner(database, Clock(LATER)).drain()
    async with database.look() as uow:
        (chat,) = list(await uow.session.scalars(select(outbox.c.chat_id).where(outbox.c.kind == "document")))
        paper = await uow.blobs.find("proof:1")
    assert chat == lin.telegram_id
    assert paper is not None
    assert paper.content.startswith(b"%PDF")


async def test_a_refused_proof_is_told_with_who_said_so(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林", team=TEAM)
        chen = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        await set_minutes(uow, await finished(uow, lin), 60, chen, now=LATER)
        asked = await ask_for_proof(uow, lin, 2026, now=LATER)
        await refuse_proof(uow, asked.id or 0, chen, now=LATER)
        await ask_for_proof(uow, lin, 2026, now=LATER)
    assert ("proof-refused", {"by": "陈姐", "year": 2026}) in await said_to(database, lin.telegram_id)
