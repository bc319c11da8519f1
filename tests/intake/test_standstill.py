"""The process that listens to Telegram, or the one that ticks, stands still: another one tells of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest

from bot.domain.role import Role
from bot.intake.silence import LIVES_S, SILENT_S, SilenceWatch
from bot.intake.standstill import CLOCK, LISTENING, LOOK_S, StandstillWatch
from bot.sandbox import Person
from bot.storage.seats import hold
from scheduler.ticks import TICK_S, Ticker
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
        self.clock = self.another(lambda: self.clock_listens)

    def another(self, mine: Callable[[], bool] = lambda: False) -> StandstillWatch:
        """Looks whether somebody listens."""
        return StandstillWatch(self.desk.database, self.desk.clock, LISTENING, SEAT, mine)

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


async def test_however_many_see_it_it_is_told_once_and_one_of_them_frees_the_seat(two: Two) -> None:
    others = [two.another() for _ in range(2)]
    two.frozen = True
    for _ in range(round(SILENT_S / LOOK_S) + 2):
        two.desk.clock.pass_seconds(LOOK_S)
        await asyncio.gather(*(one.look() for one in (two.clock, *others)))
    assert await two.desk.said_to(two.li) == [TOLD]


async def test_whoever_stood_still_itself_says_nothing_of_others(two: Two) -> None:
    assert await two.go_on(60) == []
    two.desk.clock.pass_seconds(3600)
    await two.clock.look()
    assert await two.go_on(60) == []


async def test_a_clock_that_does_not_tick_is_told_of_and_so_is_its_end(two: Two) -> None:
    watch = StandstillWatch(two.desk.database, two.desk.clock, CLOCK, "clock")
    ticker = Ticker(two.desk.database, two.desk.clock, [])

    async def pass_time(seconds: float, *, ticks: bool) -> list[str]:
        for step in range(round(seconds / LOOK_S)):
            two.desk.clock.pass_seconds(LOOK_S)
            if ticks and step % round(TICK_S / LOOK_S) == 0:
                await ticker.tick()
            await watch.look()
        return await two.desk.said_to(two.li)

    assert await pass_time(300, ticks=True) == []
    assert await pass_time(CLOCK.still_s - TICK_S, ticks=False) == []
    assert await pass_time(2 * TICK_S, ticks=False) == [CLOCK.told]
    assert await pass_time(300, ticks=False) == [CLOCK.told]
    assert await pass_time(TICK_S, ticks=True) == [CLOCK.told, CLOCK.over]


async def test_who_sits_down_instead_of_a_frozen_one_tells_that_it_is_over(two: Two) -> None:
    await two.go_on(60)
    two.frozen = True
    assert await two.go_on(SILENT_S + 2 * LOOK_S) == [TOLD]
    two.clock_listens = True  # the seat is free, and this very process takes it
    spare = SilenceWatch(two.desk.database, two.desk.clock, two.desk.clock.monotonic)
    for _ in range(3):
        two.desk.clock.pass_seconds(STEP_S)
        await two.clock.look()
        await spare.look()
    assert await two.desk.said_to(two.li) == [TOLD, OVER]


async def test_what_one_process_told_another_tells_the_end_of(two: Two) -> None:
    await two.go_on(60)
    assert await two.go_on(SILENT_S + 2 * STEP_S, hears=False) == [TOLD]
    two.heard_at = two.desk.clock.monotonic()
    two.ear = SilenceWatch(two.desk.database, two.desk.clock, lambda: two.heard_at)  # a new one starts
    assert await two.go_on(2 * SILENT_S, hears=False) == [TOLD], "the same silence goes on"
    assert await two.go_on(60) == [TOLD, OVER]
    assert await two.go_on(SILENT_S + 2 * STEP_S, hears=False) == [TOLD, OVER, TOLD]


async def test_who_listens_again_after_days_does_not_take_what_another_heard_for_lost(two: Two) -> None:
    assert await two.go_on(60) == []
    other = SilenceWatch(two.desk.database, two.desk.clock, two.desk.clock.monotonic)
    for _ in range(30):
        two.desk.clock.pass_seconds(3600)
        await other.look()
    two.heard_at = two.desk.clock.monotonic()
    two.ear.begin()
    assert await two.go_on(60) == []
