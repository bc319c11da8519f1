"""Several workers on PostgreSQL: a chat is in one worker's hands at a time, and who loses it commits nothing."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text, update

from bot.storage.database import Database
from bot.storage.inbox import TakenError
from bot.storage.machinery import InboxState, inbox
from bot.storage.work import UnitOfWork
from tests.storage.stores import NOW, empty_postgres, open_database
from tests.storage.test_inbox import LATER, file, row
from tests.storage.test_posts import rows

pytestmark = pytest.mark.postgres


@pytest.fixture
async def shared(migrated_postgres: str) -> AsyncIterator[Database]:
    """A database that several processes share."""
    empty_postgres(migrated_postgres)
    database = open_database(migrated_postgres)
    yield database
    await database.close()


async def take(database: Database, worker: str, limit: int = 50, now: datetime = NOW) -> list[int]:
    """What that worker has in hand from now on."""
    async with database.work() as uow:
        return [one.update_id for one in await uow.inbox.take(worker, now, limit)]


async def finish(database: Database, worker: str, *ids: int) -> None:
    """They are dealt with."""
    async with database.work() as uow:
        await uow.inbox.settle(ids, InboxState.DONE, NOW, worker)


async def is_silent_for_long(database: Database, worker: str) -> None:
    """Longer than a lease lasts."""
    async with database.work() as uow:
        past = {"lease_until": NOW - timedelta(days=999)}
        await uow.session.execute(update(inbox).where(inbox.c.lease == worker).values(**past))


async def _says_and(database: Database, late: Callable[[UnitOfWork], Awaitable[None]]) -> None:
    async with database.work() as uow:
        uow.say(1, "small-talk", dedupe="said twice", now=NOW)
        await late(uow)


async def test_a_lane_is_with_one_worker_until_that_one_is_done(shared: Database) -> None:
    await file(shared, row(1, "mei"), row(2, "chen"), row(3, "mei"), row(4, "lin"))
    assert await take(shared, "first", 2) == [1, 2]
    assert await take(shared, "second") == [4]
    await file(shared, row(5, "mei"))
    assert await take(shared, "second") == [4], "mei is still with the first, and what comes now waits too"
    await finish(shared, "first", 1, 2)
    assert sorted(await take(shared, "second")) == [3, 4, 5]


async def test_in_hand_or_not_the_first_of_each_lane_comes_before_the_second_of_any(shared: Database) -> None:
    await file(shared, *[row(n, "mei") for n in range(1, 50)], row(50, "chen"), row(51, "lin"))
    assert await take(shared, "first", 5) == [1, 50, 51, 2, 3]


async def test_one_that_failed_holds_its_lane_for_all(shared: Database) -> None:
    await file(shared, row(1, "mei"), row(2, "chen"), row(3, "mei"))
    await take(shared, "first", 1)
    async with shared.work() as uow:
        await uow.inbox.put_off(1, 1, LATER, "first")
    assert await take(shared, "second") == [2]
    assert await take(shared, "first", now=LATER) == [1, 3]


async def test_of_a_worker_that_is_silent_for_too_long_another_takes_over_and_it_commits_nothing(
    shared: Database,
) -> None:
    await file(shared, row(1, "mei"), row(2, "mei"))
    await take(shared, "slow")
    await is_silent_for_long(shared, "slow")
    assert await take(shared, "quick") == [1, 2]
    for late in (
        lambda uow: uow.inbox.settle([1], InboxState.DONE, NOW, "slow"),
        lambda uow: uow.inbox.put_off(1, 1, LATER, "slow"),
        lambda uow: uow.inbox.bury(1, "A1B2C3", NOW, "slow"),
    ):
        with pytest.raises(TakenError):
            await _says_and(shared, late)
    await finish(shared, "quick", 1, 2)
    async with shared.look() as uow:
        assert await uow.session.scalar(text("SELECT count(*) FROM outbox")) == 0
    assert {one["state"] for one in await rows(shared, inbox)} == {InboxState.DONE}


async def test_who_ends_well_lets_go_at_once(shared: Database) -> None:
    await file(shared, row(1, "mei"))
    await take(shared, "first")
    async with shared.work() as uow:
        await uow.inbox.let_go("first")
    assert await take(shared, "second") == [1]


async def test_how_long_an_update_has_waited_is_known_to_every_worker(shared: Database) -> None:
    await file(shared, row(1))
    async with shared.work() as uow:
        [one] = await uow.inbox.take("anybody", NOW, 1)
    assert one.age_s is not None
    assert 0 <= one.age_s < 5


async def test_whatever_the_workers_do_at_the_same_moment_each_lane_keeps_its_order(shared: Database) -> None:
    await file(shared, *(row(number, f"lane {number % 7}") for number in range(1, 211)))
    dealt: dict[int, list[int]] = defaultdict(list)

    async def work(worker: str) -> None:
        for _ in range(60):
            async with shared.work() as uow:
                taken = await uow.inbox.take(worker, NOW, 5)
            if not taken:
                return
            for one in taken:
                dealt[one.update_id % 7].append(one.update_id)
                await asyncio.sleep(0)
            await finish(shared, worker, *(one.id for one in taken))

    await asyncio.gather(*(work(f"worker {number}") for number in range(4)))
    assert sum(map(len, dealt.values())) == 210
    assert all(lane == sorted(lane) for lane in dealt.values())
