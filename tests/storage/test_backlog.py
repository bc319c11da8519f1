"""What waits is counted from when it might have gone: a night's rest is no trouble."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from bot.storage.backlog import backlog
from bot.storage.database import Database
from bot.storage.machinery import outbox
from tests.storage.stores import NOW

MEI = 6_100_000_001


async def test_a_post_held_over_the_night_is_as_old_as_its_morning(database: Database) -> None:
    morning = NOW + timedelta(hours=9)
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW, not_before=morning)
    async with database.look() as uow:
        night = await backlog(uow, morning - timedelta(seconds=1))
        day = await backlog(uow, morning + timedelta(seconds=5))
    assert (night.due_posts, night.oldest_post_s) == (0, 0)
    assert (day.due_posts, day.oldest_post_s) == (1, 5)


async def test_a_post_that_is_tried_again_and_again_is_as_old_as_it_is(database: Database) -> None:
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW)
    async with database.work() as uow:
        tried = {"attempts": 7, "not_before": NOW + timedelta(minutes=59)}
        await uow.session.execute(update(outbox).values(**tried))
    async with database.look() as uow:
        assert (await backlog(uow, NOW + timedelta(hours=1))).oldest_post_s == 3600
