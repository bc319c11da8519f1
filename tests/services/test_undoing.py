"""撤销 within the minute: what a decision or 办好了 changed is as it was, unless somebody acted on it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.case import CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.task import HoldState, TaskState
from bot.services.claims import claim_task
from bot.services.declining import decline
from bot.services.following import follow_case
from bot.services.merging import merge_cases
from bot.services.reports import Report, file_report
from bot.services.results import finish_task
from bot.services.triage import decide_party, decide_team
from bot.services.undoing import undo_decision, undo_done
from bot.services.verdicts import confirm_case
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.decisions import Decisions
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW
from tests.services.doing import CREW, FLAT, SOLO, coordinator, done, helper, keys_to, reported, resident

SOON, LATE = NOW + timedelta(seconds=59), NOW + timedelta(seconds=61)


async def unclear(database: Database) -> tuple[Member, Member]:
    """Who reported what nobody can place, as #1, and the coordinator who looks at it."""
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        await file_report(uow, Report("有件事想请你们看看", FLAT, None), mei, now=NOW)
    return mei, wang


async def decision(uow: UnitOfWork) -> int:
    """The number of the last one about #1."""
    found = await Decisions(uow.session).last(1)
    assert found is not None
    return found.id


async def test_a_decision_put_back_leaves_the_case_new_and_its_task_not_needed(database: Database) -> None:
    _, wang = await unclear(database)
    async with database.work() as uow:
        await decide_team(uow, 1, SOLO, 0, wang, now=NOW)
    async with database.work() as uow:
        case = await undo_decision(uow, 1, await decision(uow), wang, now=SOON)
        assert (case.state, case.team, case.party) == (CaseState.NEW, None, None)
        assert [task.state for task in await uow.tasks.of_case(1)] == [TaskState.CANCELLED]
    async with database.work() as uow:
        await decide_party(uow, 1, "物业", 1, wang, now=SOON)
    async with database.work() as uow:
        case = await undo_decision(uow, 1, await decision(uow), wang, now=SOON)
        assert (case.state, case.party, case.promised_at) == (CaseState.NEW, None, None)
    async with database.look() as uow:
        assert await Decisions(uow.session).last(1) is None


async def test_a_reassignment_put_back_gives_the_holder_the_task_again(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow)
        await reported(uow, await resident(uow), files=(File("photo", "sofa"),))
        await claim_task(uow, 1, chen, now=NOW - timedelta(hours=1))
    async with database.work() as uow:
        await decide_team(uow, 1, CREW, 1, wang, now=NOW)
    async with database.work() as uow:
        case = await undo_decision(uow, 1, await decision(uow), wang, now=SOON)
        first, second = await uow.tasks.of_case(1)
        assert (case.state, case.team) == (CaseState.WORKING, SOLO)
        assert (first.state, second.state) == (TaskState.CLAIMED, TaskState.CANCELLED)
        assert [hold.member_id for hold in first.active] == [chen.id]
    assert await keys_to(database, chen.telegram_id) == ["task-moved-on", "task-yours-again"]


async def test_who_was_told_that_we_cannot_do_it_is_told_that_this_was_a_mistake(database: Database) -> None:
    mei, wang = await unclear(database)
    async with database.work() as uow:
        await decline(uow, 1, wang, "开发商售后", "还在保修期里", now=NOW)
    async with database.work() as uow:
        case = await undo_decision(uow, 1, await decision(uow), wang, now=SOON)
        assert (case.state, case.reason, case.responsible, case.closed_at) == (
            CaseState.NEW,
            None,
            None,
            None,
        )
    assert await keys_to(database, mei.telegram_id) == ["not-declined-told"]


async def test_a_decision_stands_when_late_acted_on_decided_anew_or_somebody_elses(
    database: Database,
) -> None:
    _, wang = await unclear(database)
    async with database.work() as uow:
        wu, chen = await coordinator(uow, "吴社工"), await helper(uow)
        await decide_team(uow, 1, SOLO, 0, wang, now=NOW)
    async with database.work() as uow:
        number = await decision(uow)
        for by, at, why in ((wang, LATE, "no-too-late-to-put-back"), (wu, SOON, "no-decided-already")):
            with pytest.raises(RuleError, match=why):
                await undo_decision(uow, 1, number, by, now=at)
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await undo_decision(uow, 1, number, chen, now=SOON)
        await claim_task(uow, 1, chen, now=NOW)
        with pytest.raises(RuleError, match="no-acted-on-already"):
            await undo_decision(uow, 1, number, wang, now=SOON)
        await decide_party(uow, 1, "物业", 1, wang, now=NOW)
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-decided-already"):
            await undo_decision(uow, 1, number, wang, now=SOON)


async def test_done_taken_back_is_in_hand_again_and_the_question_is_withdrawn(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, task = await done(uow, mei)
        chen = await uow.members.get(task.holders[0].member_id)
        await uow.flush()
        await undo_done(uow, task.id or 0, chen, now=SOON)
        assert (case.state, task.state, case.proposed_at) == (CaseState.WORKING, TaskState.CLAIMED, None)
        assert task.holdings[0].state is HoldState.HOLDING
        assert await uow.dialogs.open_with(chen.id, SOON) is None
    async with database.look() as uow:
        assert not await Placements(uow.session).shows("confirm", case.id, mei.telegram_id)
    async with database.work() as uow:
        await finish_task(uow, task.id or 0, await uow.members.get(chen.id), now=LATE)
    async with database.look() as uow:
        assert await Placements(uow.session).shows("confirm", case.id, mei.telegram_id)


async def test_done_stands_after_the_minute_and_once_the_resident_has_answered(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, task = await done(uow, mei)
        chen = await uow.members.get(task.holders[0].member_id)
        with pytest.raises(RuleError, match="no-too-late-to-undo-done"):
            await undo_done(uow, task.id or 0, chen, now=LATE)
        with pytest.raises(RuleError, match="no-not-yours"):
            await undo_done(uow, task.id or 0, mei, now=SOON)
        await confirm_case(uow, case.id or 0, mei, now=SOON)
        with pytest.raises(RuleError, match="no-answered-already"):
            await undo_done(uow, task.id or 0, chen, now=SOON)
        assert task.state is TaskState.DONE


async def merged(database: Database) -> tuple[Member, Member, Member, int]:
    """阿强's #2, which 林伯 met too and 陈姐 goes for, went into 梅阿姨's #1; and the number of that decision."""
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow)
        mei, qiang, lin = await resident(uow), await resident(uow, "阿强"), await resident(uow, "林伯")
        await reported(uow, mei)
        await reported(uow, qiang)
        await follow_case(uow, await uow.cases.get(1), lin, now=NOW)
        await follow_case(uow, await uow.cases.get(2), lin, now=NOW)
        await claim_task(uow, 2, chen, now=NOW)
        await merge_cases(uow, 2, 1, wang, now=NOW)
    async with database.look() as uow:
        found = await Decisions(uow.session).last(2)
        assert found is not None
    return wang, qiang, lin, found.id


async def test_cases_merged_by_mistake_are_two_again(database: Database) -> None:
    wang, qiang, lin, number = await merged(database)
    async with database.work() as uow:
        case = await undo_decision(uow, 2, number, wang, now=SOON)
        assert (case.state, case.merged_into, case.closed_at) == (CaseState.WORKING, None, None)
    async with database.look() as uow:
        assert await uow.cases.followers(1) == {lin.id}
        assert (await uow.cases.get(1)).followers == 1
        assert await uow.cases.followers(2) == {lin.id}
        assert (await uow.tasks.get(2)).state is TaskState.CLAIMED
        assert not await Placements(uow.session).shows("followed", 1, qiang.telegram_id)
        assert await Decisions(uow.session).merged_into(1) == []
    assert await keys_to(database, qiang.telegram_id) == ["merged-told", "not-merged-told"]


async def test_merged_again_after_an_undo_they_are_told_again(database: Database) -> None:
    wang, qiang, lin, number = await merged(database)
    async with database.work() as uow:
        await undo_decision(uow, 2, number, wang, now=SOON)
    async with database.work() as uow:
        await merge_cases(uow, 2, 1, wang, now=LATE)
        assert await uow.cases.followers(1) == {qiang.id, lin.id}
    async with database.look() as uow:
        assert await Placements(uow.session).shows("followed", 1, qiang.telegram_id)
    told = ["merged-told", "not-merged-told", "merged-told"]
    assert await keys_to(database, qiang.telegram_id) == told


async def test_a_merger_stands_after_the_minute_and_once_the_other_is_over(database: Database) -> None:
    wang, _, _, number = await merged(database)
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-too-late-to-part"):
            await undo_decision(uow, 2, number, wang, now=LATE)
        (await uow.cases.get(1)).withdraw(SOON)
        with pytest.raises(RuleError, match="no-case-over"):
            await undo_decision(uow, 2, number, wang, now=SOON)
