"""Unclaimed work climbs, rung by rung, until somebody answers; never in a burst, seldom by night."""

from __future__ import annotations

from datetime import timedelta

from bot.services.claims import claim_task
from bot.services.climbing import AT_ONCE, climb_tasks
from bot.storage.database import Database
from tests.services.cast import NOW, cards_in
from tests.services.doing import coordinator, helper, reported, resident, rounds_of

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DUE = NOW + 4 * HOUR  # 14:00


async def climbs(database: Database, *moments: object) -> None:
    for moment in moments:
        async with database.work() as uow:
            await climb_tasks(uow, now=moment)  # type: ignore[arg-type]


async def test_first_the_leaders_then_after_half_the_span_the_coordinators_then_daily(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, boss = await coordinator(uow), await helper(uow, "黄队长", leads=True)
        await reported(uow, await resident(uow))
    for moment, leader, coordinators in (
        (DUE - MINUTE, 1, 0),
        (DUE, 2, 0),
        (DUE + MINUTE, 2, 0),
        (DUE + 2 * HOUR - MINUTE, 2, 0),
        (DUE + 2 * HOUR, 2, 1),
        (DUE + 3 * HOUR, 2, 1),
        (DUE + 25 * HOUR, 2, 1),
        (DUE + 26 * HOUR, 2, 2),
    ):
        await climbs(database, moment)
        assert await rounds_of(database, "task", boss.telegram_id) == leader, moment
        assert await rounds_of(database, "task", wang.telegram_id) == coordinators, moment


async def test_a_team_without_a_leader_climbs_to_the_coordinators_at_once(database: Database) -> None:
    async with database.work() as uow:
        wang = await coordinator(uow)
        await helper(uow)
        await reported(uow, await resident(uow))
    await climbs(database, DUE)
    assert await rounds_of(database, "task", wang.telegram_id) == 1


async def test_a_claim_ends_the_climb_and_a_release_goes_on_with_it(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow)
        _, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
    await climbs(database, DUE, DUE + 3 * HOUR)
    assert await rounds_of(database, "task", wang.telegram_id) == 0
    async with database.work() as uow:
        (await uow.tasks.get(task.id)).release(chen.id or 0, DUE + 3 * HOUR)
    await climbs(database, DUE + 3 * HOUR + MINUTE)
    assert await rounds_of(database, "task", wang.telegram_id) == 1


async def test_what_can_wait_waits_for_the_morning_and_what_is_urgent_does_not(database: Database) -> None:
    night = NOW + 12 * HOUR  # 22:00
    async with database.work() as uow:
        wang, mei = await coordinator(uow), await resident(uow)
        await helper(uow)
        await reported(uow, mei)
    await climbs(database, night, night + 9 * HOUR)
    assert await rounds_of(database, "task", wang.telegram_id) == 0
    await climbs(database, night + 10.5 * HOUR)
    assert await rounds_of(database, "task", wang.telegram_id) == 1
    async with database.work() as uow:
        await helper(uow, "小林", "退役军人应急突击队")
        await reported(uow, await uow.members.get(mei.id), "storm", "地库进水了", now=night)
    await climbs(database, night + 29 * MINUTE)
    assert await rounds_of(database, "task", wang.telegram_id) == 1
    for minutes, cards in ((30, 2), (59, 2), (60, 3), (90, 4)):
        await climbs(database, night + minutes * MINUTE)
        assert await rounds_of(database, "task", wang.telegram_id) == cards, minutes


async def test_after_a_standstill_of_days_everybody_is_called_once_and_many_come_as_one_list(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = await coordinator(uow), await resident(uow)
        await helper(uow)
        for _ in range(AT_ONCE + 1):
            await reported(uow, mei)
    late = DUE + 72 * HOUR
    await climbs(database, late, late + MINUTE / 2, late + MINUTE)
    assert await cards_in(database, wang.telegram_id) == ["unclaimed"]
