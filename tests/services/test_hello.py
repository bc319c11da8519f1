"""报平安: one question a day, asked once more, then one person phones; whoever writes is well. On either database."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.hello import DayState
from bot.domain.member import Role
from bot.services.hello.agreeing import choose_hour
from bot.services.hello.asking import ask_due, move_days, note_sign
from bot.services.hello.calling import end_hello_call, take_hello_call
from bot.storage.database import Database
from tests.services.cast import NOW, cards_in, newcomer

MINUTE = timedelta(minutes=1)
SHE, WANG = 6_100_000_001, 6_100_000_002


async def _ticks(database: Database, begin: datetime, minutes: int) -> None:
    for minute in range(0, minutes + 1, 15):
        now = begin + minute * MINUTE
        for tick in (ask_due, move_days):
            async with database.work() as uow:
                await tick(uow, now=now)


async def _silent(database: Database) -> tuple[int, int, int]:
    """She is asked at 12:00 and has said nothing until somebody is to phone. Her, and two of the office."""
    async with database.work() as uow:
        she = await newcomer(uow, "阿婆")
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        await choose_hour(uow, 12 * 60, by=she, now=NOW)
        rules = uow.playbook.hellos
    await _ticks(database, NOW + timedelta(hours=2), int((rules.again + rules.call) / MINUTE) + 15)
    return she.id or 0, wang.id or 0, li.id or 0


async def test_silence_is_one_question_one_repeat_and_a_call_that_one_person_makes(
    database: Database,
) -> None:
    _, wang, li = await _silent(database)
    seen = await cards_in(database, SHE)
    assert (seen.count("hello_ask"), seen.count("hello_again")) == (1, 1)
    assert "hello_call" in await cards_in(database, WANG)
    now, won = NOW + timedelta(hours=7), []

    async def takes(who: int) -> None:
        try:
            async with database.work() as uow:
                await take_hello_call(uow, 1, by=await uow.members.get(who), now=now)
        except RuleError:
            return
        won.append(who)

    await asyncio.gather(takes(wang), takes(li))
    assert len(won) == 1
    async with database.work() as uow:
        [other] = {wang, li} - set(won)
        with pytest.raises(RuleError):
            await end_hello_call(uow, 1, reached=True, by=await uow.members.get(other), now=now)
        await end_hello_call(uow, 1, reached=True, by=await uow.members.get(won[0]), now=now)
        assert (await uow.hellos.day(1)).state is DayState.REACHED


async def test_whatever_she_says_that_day_ends_the_call(database: Database) -> None:
    she, wang, _ = await _silent(database)
    now = NOW + timedelta(hours=7)
    async with database.work() as uow:
        await note_sign(uow, await uow.members.get(she), now=now)
        assert (await uow.hellos.day(1)).state is DayState.WELL
        with pytest.raises(RuleError):
            await take_hello_call(uow, 1, by=await uow.members.get(wang), now=now)
