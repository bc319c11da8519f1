"""办好了, and the resident's own word on it; silence is counted as silence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.case import CaseState, Ending
from bot.domain.errors import RuleError
from bot.domain.task import TaskKind, TaskState
from bot.services.claims import claim_task
from bot.services.drafts import Words
from bot.services.following import follow_case
from bot.services.members import mark_started
from bot.services.results import add_remark, finish_task
from bot.services.verdicts import (
    confirm_case,
    explain_reopening,
    praise_case,
    rate_case,
    reopen_case,
    report_again,
)
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.placements import Placements
from tests.services.cast import NOW, cards_in
from tests.services.doing import CREW, coordinator, done, helper, keys_to, reported, resident, rounds_of

DAY = timedelta(days=1)
SOON = NOW + timedelta(seconds=5)


async def test_when_the_last_of_two_is_done_the_resident_is_asked(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        chen, lin = await helper(uow, "陈姐", CREW), await helper(uow, "小林", CREW)
        case, task = await reported(uow, mei, "carry", "搬一下柜子")
        for person in (chen, lin):
            await claim_task(uow, task.id or 0, person, now=NOW)
        await finish_task(uow, task.id or 0, chen, now=NOW)
        assert case.state is CaseState.WORKING
        await finish_task(uow, task.id or 0, lin, now=NOW)
        assert (case.state, task.state) == (CaseState.PROPOSED, TaskState.DONE)
    assert await cards_in(database, mei.telegram_id) == ["receipt", "confirm"]


async def test_a_leader_may_say_it_for_all_and_a_stranger_may_not(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        boss = await helper(uow, "黄队长", leads=True)
        case, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-not-yours"):
            await finish_task(uow, task.id or 0, lin, now=NOW)
        await finish_task(uow, task.id or 0, boss, now=NOW)
        assert case.state is CaseState.PROPOSED
        with pytest.raises(RuleError, match="no-task-over"):
            await finish_task(uow, task.id or 0, boss, now=NOW)
    assert await keys_to(database, chen.telegram_id) == ["task-done-for-you"]


async def test_a_remark_and_a_photo_reach_the_resident(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, task = await done(uow, mei)
        chen = await uow.members.get(task.holders[0].member_id)
        words = Words("拉走了", [File("photo", "after")])
        await add_remark(uow, task.id or 0, chen, words, now=NOW, mark=7)
        with pytest.raises(RuleError, match="no-not-yours"):
            await add_remark(uow, task.id or 0, mei, words, now=NOW, mark=8)
        assert task.holders[0].remark == "拉走了"
        assert [a.file_id for a in case.attachments] == ["after"]
    assert await keys_to(database, mei.telegram_id) == ["remark-photo"]


async def test_solved_is_what_the_resident_says_and_followers_hear_it(database: Database) -> None:
    async with database.work() as uow:
        mei, qiang, wang = await resident(uow), await resident(uow, "阿强"), await coordinator(uow)
        chen = await helper(uow)
        case, task = await reported(uow, mei)
        await follow_case(uow, case, qiang, now=NOW)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await finish_task(uow, task.id or 0, chen, now=NOW)
        for other in (qiang, chen, wang):
            with pytest.raises(RuleError, match="no-not-your-case"):
                await confirm_case(uow, case.id or 0, other, now=NOW)
        await confirm_case(uow, case.id or 0, mei, now=NOW)
        assert (case.state, case.how) == (CaseState.CLOSED, Ending.FIXED)
        with pytest.raises(RuleError, match="no-already-solved"):
            await confirm_case(uow, case.id or 0, mei, now=NOW)
    assert await keys_to(database, qiang.telegram_id) == ["result-fixed"]


@pytest.mark.parametrize("nameless", [True, False])
async def test_for_somebody_who_cannot_be_asked_here_a_coordinator_answers(
    database: Database, nameless: bool
) -> None:
    async with database.work() as uow:
        wang = await coordinator(uow)
        case, _ = await done(uow, None if nameless else await resident(uow, started=False))
        await confirm_case(uow, case.id or 0, wang, now=NOW)
        assert case.how is Ending.FIXED
        with pytest.raises(RuleError, match="no-not-your-case"):
            await rate_case(uow, case.id or 0, wang, 5, now=NOW)
    assert "confirm" in await cards_in(database, wang.telegram_id)


async def test_stars_and_words_are_seen_by_leaders_and_coordinators_only(database: Database) -> None:
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        boss = await helper(uow, "黄队长", leads=True)
        case, task = await done(uow, mei)
        with pytest.raises(RuleError, match="no-cannot-rate"):
            await rate_case(uow, case.id or 0, mei, 5, now=SOON)
        await confirm_case(uow, case.id or 0, mei, now=NOW)
        assert await rate_case(uow, case.id or 0, mei, 4, now=SOON)
        assert not await rate_case(uow, case.id or 0, mei, 5, now=SOON)
        with pytest.raises(RuleError, match="no-cannot-rate"):
            await rate_case(uow, case.id or 0, mei, 6, now=SOON)
        with pytest.raises(RuleError, match="no-words-only"):
            await praise_case(uow, case.id or 0, mei, " ", now=NOW)
        await praise_case(uow, case.id or 0, mei, "真快", now=NOW)
        assert (case.stars, case.praise) == (5, "真快")
        chen = await uow.members.get(task.holders[0].member_id)
    for person in (wang, boss):
        assert "stars" in await cards_in(database, person.telegram_id)
    assert "stars" not in await cards_in(database, chen.telegram_id)


async def test_not_solved_goes_back_to_the_same_team_with_the_clock_going_on(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        case, first = await done(uow, mei)
        dues = (case.reported_at, case.claim_due_at, case.resolve_due_at)
        await reopen_case(uow, case.id or 0, mei, now=NOW + DAY)
        [second] = await uow.tasks.live_of_case(case.id)
        assert case.state is CaseState.ACCEPTED
        assert (case.reported_at, case.claim_due_at, case.resolve_due_at) == dues
        assert (second.team, second.kind, second.claim_due_at) == (
            first.team,
            TaskKind.DO,
            first.claim_due_at,
        )
        words = Words("还差一个角", [File("photo", "corner")])
        await explain_reopening(uow, case.id or 0, mei, words, now=NOW + DAY, mark=7)
        assert [one.text for one in case.additions] == ["还差一个角"]
        assert len(case.attachments) == 1


async def test_a_referred_one_goes_back_to_its_party_and_who_follows_up(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        chen = await helper(uow, "陈姐", "爱禾缘志愿者")
        case, task = await reported(uow, mei, "lift", "电梯坏了")
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await finish_task(uow, task.id or 0, chen, now=NOW)
        await reopen_case(uow, case.id or 0, mei, now=NOW)
        [again] = await uow.tasks.live_of_case(case.id)
        assert (case.state, again.kind) == (CaseState.REFERRED, TaskKind.FOLLOW_UP)


async def test_coordinators_hear_of_one_reopened_past_its_time(database: Database) -> None:
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        case, _ = await done(uow, mei)
        await confirm_case(uow, case.id or 0, mei, now=NOW)
        await reopen_case(uow, case.id or 0, mei, now=NOW + 20 * DAY)
    assert "alert-reopened-late" in await keys_to(database, wang.telegram_id)


async def test_after_thirty_days_the_same_matter_is_a_new_case_linked_to_the_old_once(
    database: Database,
) -> None:
    async with database.work() as uow:
        mei, qiang = await resident(uow), await resident(uow, "阿强")
        case, _ = await done(uow, mei)
        await confirm_case(uow, case.id or 0, mei, now=NOW)
        with pytest.raises(RuleError):
            await report_again(uow, case.id or 0, mei, now=NOW + 29 * DAY)
        late = NOW + 31 * DAY
        with pytest.raises(RuleError, match="no-too-late-to-reopen"):
            await reopen_case(uow, case.id or 0, mei, now=late)
        with pytest.raises(RuleError, match="no-not-your-case"):
            await report_again(uow, case.id or 0, qiang, now=late)
        new = await report_again(uow, case.id or 0, mei, now=late)
        assert (new.linked_to, new.text, new.place, new.reported_at) == (case.id, case.text, case.place, late)
        with pytest.raises(RuleError, match="no-already-again"):
            await report_again(uow, case.id or 0, mei, now=late)


async def test_who_comes_back_is_asked_in_the_coordinators_stead(database: Database) -> None:
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        mei.block(NOW)
        await done(uow, mei)
    assert await cards_in(database, wang.telegram_id) == ["confirm"]
    async with database.work() as uow:
        await mark_started(uow, await uow.members.get(mei.id), now=SOON)
    assert "confirm" in await cards_in(database, mei.telegram_id)
    async with database.look() as uow:
        assert not await Placements(uow.session).shows("confirm", 1, wang.telegram_id)
    async with database.work() as uow:
        await mark_started(uow, await uow.members.get(mei.id), now=SOON)
    assert await rounds_of(database, "confirm", mei.telegram_id) == 1
