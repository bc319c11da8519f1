"""Who takes a task on, and hands it back: one winner a slot, on every database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.case import CaseState
from bot.domain.errors import RuleError
from bot.domain.task import TaskState
from bot.services.claims import check_claimable, claim_task, release_task, set_slots, undo_claim
from bot.services.reports import withdraw_case
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.machinery import Fate, outbox
from tests.services.cast import NOW, cards_in, newcomer, said_to
from tests.services.doing import CREW, SOLO, helper, keys_to, reported, resident

LATER = NOW + timedelta(minutes=5)


async def test_one_press_claims_and_the_holder_alone_gets_details_and_files(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        case, task = await reported(uow, mei, files=(File("photo", "one"),))
        await claim_task(uow, task.id or 0, chen, now=NOW)
    assert (case.state, task.state) == (CaseState.WORKING, TaskState.CLAIMED)
    assert await cards_in(database, chen.telegram_id) == ["task", "details"]
    assert "details" not in await cards_in(database, mei.telegram_id)
    async with database.look() as uow:
        [sent] = (await uow.session.execute(select(outbox).where(outbox.c.kind == "file"))).all()
    assert (sent.chat_id, sent.fate, sent.subject) == (chen.telegram_id, Fate.HOLDER, f"held:{task.id}")
    assert sent.body["protect"]
    assert sent.body["holder_of"] == task.id


async def test_who_comes_second_is_told_who_has_it_and_the_holder_that_it_is_theirs(
    database: Database,
) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        _, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-already-claimed") as no:
            await claim_task(uow, task.id or 0, lin, now=NOW)
        with pytest.raises(RuleError, match="no-already-yours"):
            await claim_task(uow, task.id or 0, chen, now=NOW)
    assert no.value.args_ == {"by": ["陈姐"]}


async def test_with_two_slots_work_begins_at_the_first_claim_and_the_third_is_told_both(
    database: Database,
) -> None:
    async with database.work() as uow:
        people = [await helper(uow, name, CREW) for name in ("陈姐", "小林", "老周")]
        case, task = await reported(uow, await resident(uow), "carry", "搬一下柜子")
        await claim_task(uow, task.id or 0, people[0], now=NOW)
        assert (case.state, task.state) == (CaseState.WORKING, TaskState.OPEN)
        await claim_task(uow, task.id or 0, people[1], now=NOW)
        assert task.state is TaskState.CLAIMED
        with pytest.raises(RuleError) as no:
            await claim_task(uow, task.id or 0, people[2], now=NOW)
    assert no.value.args_ == {"by": ["陈姐", "小林"]}


async def test_nobody_holds_more_than_the_playbook_allows(database: Database) -> None:
    cap = database.playbook.limits.open_tasks
    async with database.work() as uow:
        chen, mei = await helper(uow), await resident(uow)
        tasks = [(await reported(uow, mei))[1] for _ in range(cap + 1)]
        for task in tasks[:cap]:
            await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-hands-full"):
            await claim_task(uow, tasks[cap].id or 0, chen, now=NOW)
        await release_task(uow, tasks[0].id or 0, chen, now=NOW)
        await claim_task(uow, tasks[cap].id or 0, chen, now=NOW)


async def test_who_cannot_be_written_to_could_claim_but_does_not(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林", team=SOLO, started=False)
        _, task = await reported(uow, await resident(uow))
        await check_claimable(uow, task, lin, now=NOW)
        with pytest.raises(RuleError, match="no-start-first"):
            await claim_task(uow, task.id or 0, lin, now=NOW)
        assert task.state is TaskState.OPEN


async def test_the_last_to_let_go_gives_it_back_with_its_clock_running_and_leaders_hear(
    database: Database,
) -> None:
    async with database.work() as uow:
        chen, boss = await helper(uow), await helper(uow, "黄队长", leads=True)
        case, task = await reported(uow, await resident(uow))
        due = task.claim_due_at
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await release_task(uow, task.id or 0, chen, now=LATER)
        assert (case.state, task.state, task.claim_due_at) == (CaseState.ACCEPTED, TaskState.OPEN, due)
        with pytest.raises(RuleError, match="no-not-yours"):
            await release_task(uow, task.id or 0, chen, now=LATER)
    assert await keys_to(database, boss.telegram_id) == ["task-handed-back"]


async def test_while_one_of_two_goes_on_the_case_stays_worked_on(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow, "陈姐", CREW), await helper(uow, "小林", CREW)
        case, task = await reported(uow, await resident(uow), "carry", "搬一下柜子")
        for person in (chen, lin):
            await claim_task(uow, task.id or 0, person, now=NOW)
        await release_task(uow, task.id or 0, chen, now=LATER)
        assert (case.state, task.state) == (CaseState.WORKING, TaskState.OPEN)
        await release_task(uow, task.id or 0, lin, now=LATER)
        assert case.state is CaseState.ACCEPTED


async def test_a_leader_may_take_somebody_off_and_nobody_else_may(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        boss = await helper(uow, "黄队长", leads=True)
        _, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-leaders-only"):
            await release_task(uow, task.id or 0, lin, now=NOW, of=chen.id)
        await release_task(uow, task.id or 0, boss, now=NOW, of=chen.id)
        assert task.state is TaskState.OPEN
    assert [key for key, _ in await said_to(database, chen.telegram_id)] == ["task-taken-off"]
    assert await keys_to(database, boss.telegram_id) == []


async def test_a_wrong_press_is_undone_within_the_minute_and_not_after(database: Database) -> None:
    async with database.work() as uow:
        chen, boss = await helper(uow), await helper(uow, "黄队长", leads=True)
        case, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await undo_claim(uow, task.id or 0, chen, now=NOW + timedelta(seconds=60))
        assert (case.state, task.state) == (CaseState.ACCEPTED, TaskState.OPEN)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-too-late-to-undo"):
            await undo_claim(uow, task.id or 0, chen, now=NOW + timedelta(seconds=61))
        assert task.state is TaskState.CLAIMED
    assert await keys_to(database, boss.telegram_id) == []


async def test_what_was_withdrawn_cannot_be_claimed(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        case, task = await reported(uow, mei)
        await withdraw_case(uow, case, mei, now=NOW)
        with pytest.raises(RuleError, match="no-task-over"):
            await claim_task(uow, task.id or 0, chen, now=NOW)


async def test_a_leader_says_how_many_go(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        boss = await helper(uow, "黄队长", leads=True)
        _, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-leaders-only"):
            await set_slots(uow, task.id or 0, chen, 2, now=NOW)
        await set_slots(uow, task.id or 0, boss, 2, now=NOW)
        await claim_task(uow, task.id or 0, lin, now=NOW)
        with pytest.raises(RuleError, match="no-too-few-slots"):
            await set_slots(uow, task.id or 0, boss, 1, now=NOW)
