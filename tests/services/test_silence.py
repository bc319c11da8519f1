"""While the resident says nothing: two reminders, and an end that is counted as silence."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.case import CaseState, Ending
from bot.services.silence import remind_reporters
from bot.services.verdicts import (
    confirm_case,
    reopen_case,
)
from bot.storage.database import Database
from tests.services.cast import NOW, said_to
from tests.services.doing import done, resident, rounds_of

DAY = timedelta(days=1)


async def test_silence_is_reminded_of_on_days_3_and_6_once_each_and_ends_on_day_7(database: Database) -> None:
    async with database.work() as uow:
        mei, qiang = await resident(uow), await resident(uow, "阿强")
        case, _ = await done(uow, mei)
        case.followers = 0
        await uow.cases.follow(case, qiang.id or 0, NOW)
        number = case.id
    asked = []
    for quarter in range(0, 7 * 4):
        async with database.work() as uow:
            await remind_reporters(uow, now=NOW + quarter * DAY / 4)
            await remind_reporters(uow, now=NOW + quarter * DAY / 4)
        now_asked = await rounds_of(database, "confirm", mei.telegram_id)
        asked.append(now_asked + await rounds_of(database, "confirm_before", mei.telegram_id))
    assert asked == [1] * 12 + [2] * 12 + [3] * 4
    async with database.work() as uow:
        await remind_reporters(uow, now=NOW + 7 * DAY)
        case = await uow.cases.get(number)
        assert (case.state, case.how) == (CaseState.CLOSED, Ending.UNCONFIRMED)
    assert [key for key, _ in await said_to(database, qiang.telegram_id)] == ["result-unconfirmed"]


async def test_reminders_missed_while_we_were_down_are_one(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        await done(uow, mei)
    async with database.work() as uow:
        await remind_reporters(uow, now=NOW + 6.25 * DAY)
    async with database.work() as uow:
        await remind_reporters(uow, now=NOW + 6.25 * DAY + timedelta(seconds=30))
    assert await rounds_of(database, "confirm", mei.telegram_id) == 1
    assert await rounds_of(database, "confirm_before", mei.telegram_id) == 1


async def test_nobody_is_reminded_by_night(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        await done(uow, mei)
        night = NOW + 3 * DAY + timedelta(hours=11)
        await remind_reporters(uow, now=night)
    assert await rounds_of(database, "confirm_before", mei.telegram_id) == 0


async def test_a_late_word_after_a_silent_end_still_counts_both_ways(database: Database) -> None:
    async with database.work() as uow:
        mei = await resident(uow)
        first, _ = await done(uow, mei)
        await remind_reporters(uow, now=NOW + 7 * DAY)
        await confirm_case(uow, first.id or 0, mei, now=NOW + 10 * DAY)
        assert first.how is Ending.FIXED
        await reopen_case(uow, first.id or 0, mei, now=NOW + 12 * DAY)
        again = await uow.cases.get(first.id)
        assert (again.state, again.how) == (CaseState.ACCEPTED, None)
