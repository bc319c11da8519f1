"""传话: words go across while the task lasts, under the name of a role, and no further."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.errors import RuleError
from bot.services.claims import claim_task, release_task
from bot.services.drafts import Words
from bot.services.relay import LONGEST, open_relay, open_relay_of_case, relay_words, tell_arrived
from bot.services.results import finish_task
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.machinery import outbox
from tests.services.cast import NOW, said_to
from tests.services.doing import CREW, helper, keys_to, reported, resident


async def test_words_go_both_ways_under_the_name_of_a_role(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        _, task = await reported(uow, mei)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await relay_words(uow, task.id or 0, chen, Words("十分钟到"), now=NOW, mark=1)
        await relay_words(uow, task.id or 0, mei, Words("门没锁"), now=NOW, mark=2)
    assert ("relay-from-holder", {"no": str(task.id), "name": "陈姐", "text": "十分钟到"}) in await said_to(
        database, mei.telegram_id
    )
    to_chen = dict(await said_to(database, chen.telegram_id))
    assert to_chen["relay-from-reporter"] == {"no": str(task.id), "text": "门没锁"}


async def test_the_reporters_words_reach_everybody_who_goes(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        chen, lin = await helper(uow, "陈姐", CREW), await helper(uow, "小林", CREW)
        case, task = await reported(uow, mei, "carry", "搬一下柜子")
        with pytest.raises(RuleError, match="no-nobody-holds"):
            await open_relay_of_case(uow, case.id or 0, mei, now=NOW)
        for person in (chen, lin):
            await claim_task(uow, task.id or 0, person, now=NOW)
        await open_relay_of_case(uow, case.id or 0, mei, now=NOW)
        await relay_words(uow, task.id or 0, mei, Words("门没锁"), now=NOW, mark=2)
    for person in (chen, lin):
        assert await keys_to(database, person.telegram_id) == ["relay-from-reporter"]


async def test_a_photo_to_a_holder_is_protected_and_only_for_a_holder(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        _, task = await reported(uow, mei)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await relay_words(uow, task.id or 0, mei, Words("", [File("photo", "one")]), now=NOW, mark=2)
        await relay_words(uow, task.id or 0, chen, Words("", [File("video_note", "two")]), now=NOW, mark=3)
    async with database.look() as uow:
        rows = await uow.session.execute(select(outbox).where(outbox.c.kind == "file"))
        files = {row.chat_id: row.body for row in rows}
    assert (files[chen.telegram_id]["protect"], files[chen.telegram_id]["holder_of"]) == (True, task.id)
    assert not files[mei.telegram_id]["protect"]
    assert "relay-file-from-holder" in await keys_to(database, mei.telegram_id)


async def test_a_minute_is_left_for_more_and_then_words_are_words_again(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        _, task = await reported(uow, mei)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await open_relay(uow, task.id or 0, chen, now=NOW)
        await relay_words(uow, task.id or 0, chen, Words("十分钟到"), now=NOW, mark=1)
        soon, later = NOW + timedelta(seconds=59), NOW + timedelta(seconds=61)
        assert await uow.dialogs.open_with(chen.id, soon) is not None
        assert await uow.dialogs.open_with(chen.id, later) is None


async def test_nobody_else_and_nobody_too_late_passes_words_on(database: Database) -> None:
    async with database.work() as uow:
        mei, chen, lin = await resident(uow), await helper(uow), await helper(uow, "小林")
        case, task = await reported(uow, mei)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        for who in (lin, await resident(uow, "阿强")):
            with pytest.raises(RuleError, match="no-not-yours"):
                await relay_words(uow, task.id or 0, who, Words("喂"), now=NOW, mark=1)
        with pytest.raises(RuleError, match="no-not-your-case"):
            await open_relay_of_case(uow, case.id or 0, lin, now=NOW)
        await release_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-not-yours"):
            await relay_words(uow, task.id or 0, chen, Words("喂"), now=NOW, mark=2)
        await claim_task(uow, task.id or 0, lin, now=NOW)
        await finish_task(uow, task.id or 0, lin, now=NOW)
        with pytest.raises(RuleError, match="no-relay-over"):
            await relay_words(uow, task.id or 0, mei, Words("喂"), now=NOW, mark=3)


async def test_what_is_too_long_or_nothing_at_all_is_not_passed_on(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        _, task = await reported(uow, mei)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-too-long"):
            await relay_words(uow, task.id or 0, chen, Words("长" * (LONGEST + 1)), now=NOW, mark=1)
        with pytest.raises(RuleError, match="no-nothing-to-relay"):
            await relay_words(uow, task.id or 0, chen, Words("  "), now=NOW, mark=1)


async def test_a_reporter_who_cannot_be_written_to_is_to_be_called(database: Database) -> None:
    async with database.work() as uow:
        chen = await helper(uow)
        _, task = await reported(uow, await resident(uow, started=False))
        await claim_task(uow, task.id or 0, chen, now=NOW)
        with pytest.raises(RuleError, match="no-cannot-relay"):
            await open_relay(uow, task.id or 0, chen, now=NOW)


async def test_an_arrival_is_told_once(database: Database) -> None:
    async with database.work() as uow:
        mei, chen = await resident(uow), await helper(uow)
        _, task = await reported(uow, mei)
        with pytest.raises(RuleError, match="no-not-yours"):
            await tell_arrived(uow, task.id or 0, chen, now=NOW)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await tell_arrived(uow, task.id or 0, chen, now=NOW)
        await tell_arrived(uow, task.id or 0, chen, now=NOW)
    assert await keys_to(database, mei.telegram_id) == ["relay-arrived"]
