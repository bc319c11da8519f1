"""请您去: one person is asked, and answers."""

from __future__ import annotations

import pytest

from bot.domain.errors import RuleError
from bot.domain.task import TaskState
from bot.services.asking import ask_member, refuse_asking, show_helpers
from bot.services.claims import claim_task
from bot.storage.database import Database
from tests.services.cast import NOW, cards_in, newcomer, said_to
from tests.services.doing import SOLO, coordinator, helper, reported, resident


async def test_who_is_asked_and_agrees_has_the_task(database: Database) -> None:
    async with database.work() as uow:
        chen, wang = await helper(uow), await coordinator(uow)
        _, task = await reported(uow, await resident(uow))
        await ask_member(uow, task.id or 0, chen.id or 0, wang, now=NOW)
        assert task.state is TaskState.OPEN
        await claim_task(uow, task.id or 0, chen, now=NOW)
        assert [hold.name for hold in task.holders] == ["陈姐"]
        assert len(task.holdings) == 1
    assert await cards_in(database, chen.telegram_id) == ["task", "asked", "details"]


async def test_a_refusal_is_told_to_who_asked_and_the_task_stays_open(database: Database) -> None:
    async with database.work() as uow:
        chen, boss = await helper(uow), await helper(uow, "黄队长", leads=True)
        _, task = await reported(uow, await resident(uow))
        await ask_member(uow, task.id or 0, chen.id or 0, boss, now=NOW)
        await refuse_asking(uow, task.id or 0, chen, now=NOW)
        assert task.state is TaskState.OPEN
        with pytest.raises(RuleError, match="no-not-asked"):
            await refuse_asking(uow, task.id or 0, chen, now=NOW)
        await ask_member(uow, task.id or 0, chen.id or 0, boss, now=NOW)
    assert [key for key, _ in await said_to(database, boss.telegram_id)] == ["task-refused"]


async def test_only_leaders_and_coordinators_ask_and_only_who_could_go(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        boss = await helper(uow, "黄队长", leads=True)
        far = await newcomer(uow, "老周", team=SOLO, started=False)
        stranger = await resident(uow, "阿强")
        _, task = await reported(uow, await resident(uow))
        with pytest.raises(RuleError, match="no-leaders-only"):
            await ask_member(uow, task.id or 0, lin.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-cannot-reach"):
            await ask_member(uow, task.id or 0, far.id or 0, boss, now=NOW)
        with pytest.raises(RuleError, match="no-not-in-team"):
            await ask_member(uow, task.id or 0, stranger.id or 0, boss, now=NOW)
        await ask_member(uow, task.id or 0, lin.id or 0, boss, now=NOW)
        with pytest.raises(RuleError, match="no-asked-already"):
            await ask_member(uow, task.id or 0, lin.id or 0, boss, now=NOW)
        with pytest.raises(RuleError, match="no-leaders-only"):
            await show_helpers(uow, task.id or 0, 0, chen, now=NOW, message_id=None, round_=1)


async def test_who_says_yes_too_late_is_told_who_goes(database: Database) -> None:
    async with database.work() as uow:
        chen, lin = await helper(uow), await helper(uow, "小林")
        wang = await coordinator(uow)
        _, task = await reported(uow, await resident(uow))
        await ask_member(uow, task.id or 0, chen.id or 0, wang, now=NOW)
        await claim_task(uow, task.id or 0, lin, now=NOW)
        with pytest.raises(RuleError, match="no-already-claimed") as no:
            await claim_task(uow, task.id or 0, chen, now=NOW)
    assert no.value.args_ == {"by": ["小林"]}
