"""The process that listens to Telegram stands still: another one, which has the clock, tells of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial

import pytest

from bot.domain.role import Role
from bot.intake.silence import LIVES_S, SILENT_S, SilenceWatch
from bot.intake.standstill import LOOK_S, StandstillWatch
from bot.sandbox import Person
from bot.storage.seats import hold
from tests.intake.desk import Desk
from tests.storage.stores import empty_postgres

pytestmark = pytest.mark.postgres
TOLD, OVER = "alert-silent", "alert-heard-again"
STEP_S = 5
SEAT = "poller 1"


class Two:
    """One listens, the other has the clock; `li` looks after both."""

    def __init__(self, desk: Desk, li: Person) -> None:
        self.desk, self.li = desk, li
        self.frozen = self.clock_listens = False
        self.heard_at = desk.clock.monotonic()
        self.ear = SilenceWatch(desk.database, desk.clock, lambda: self.heard_at)
        self.clock = StandstillWatch(desk.database, desk.clock, lambda: self.clock_listens, SEAT)

    async def go_on(self, seconds: float, *, hears: bool = True) -> list[str]:
        """So much time passes, in which Telegram answers or not; what the admin was told by then."""
        for step in range(round(seconds / STEP_S)):
            self.desk.clock.pass_seconds(STEP_S)
            if not self.frozen:
                self.heard_at = self.desk.clock.monotonic() if hears else self.heard_at
                await self.ear.look()
            if step % round(LOOK_S / STEP_S) == 0:
                await self.clock.look()
        return await self.desk.said_to(self.li)


@pytest.fixture
async def two(migrated_postgres: str) -> AsyncIterator[Two]:
    """On one PostgreSQL."""
    empty_postgres(migrated_postgres)
    desk = Desk(migrated_postgres)
    await desk.bot.initialize()
    await desk.open()
    yield Two(desk, await desk.person("李主任", Role.ADMIN))
    await desk.close()


async def test_one_that_is_frozen_is_told_of_once_by_the_other_and_so_is_its_end(two: Two) -> None:
    assert await two.go_on(180) == []
    two.frozen = True
    assert await two.go_on(SILENT_S - LIVES_S - LOOK_S) == []
    assert await two.go_on(LIVES_S + 2 * LOOK_S) == [TOLD]
    assert await two.go_on(300) == [TOLD]
    two.frozen = False
    assert await two.go_on(LIVES_S + LOOK_S) == [TOLD, OVER]


async def test_another_that_waits_listens_instead_of_one_that_is_frozen(two: Two) -> None:
    loop, sits = asyncio.get_running_loop(), []

    async def listen(who: str) -> None:
        sits.append(who)
        await asyncio.sleep(60)

    waits = [
        loop.create_task(hold(two.desk.database, SEAT, partial(listen, who))) for who in ("first", "spare")
    ]
    try:
        async with asyncio.timeout(10):
            while not sits:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
            two.frozen = True
            await two.go_on(SILENT_S + 2 * LOOK_S)
            while len(sits) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    finally:
        for one in waits:
            one.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
    assert len(sits) == 2


async def test_a_telegram_that_is_silent_is_told_of_by_the_one_that_listens_and_not_twice(two: Two) -> None:
    await two.go_on(60)
    assert await two.go_on(300, hears=False) == [TOLD]
    assert await two.go_on(60) == [TOLD, OVER]


async def test_where_nobody_listens_at_all_it_is_told_but_not_in_the_first_minute(two: Two) -> None:
    two.frozen = True
    assert await two.go_on(SILENT_S - STEP_S) == []
    assert await two.go_on(2 * LOOK_S) == [TOLD]


async def test_whoever_has_the_clock_and_listens_too_has_nobody_to_look_at(two: Two) -> None:
    two.frozen = two.clock_listens = True
    assert await two.go_on(300) == []
