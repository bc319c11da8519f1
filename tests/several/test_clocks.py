"""One clock at a time, each period once: also when whoever has the clock is killed in the middle of a tick."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import PIPE
from datetime import timedelta
from itertools import groupby

import pytest
from sqlalchemy import select

from bot.storage.machinery import event
from tests.several.clocks import DAYS
from tests.storage.stores import empty_postgres, open_database
from tests.zones.test_two_tickers import DOORS, asked_every_day, doors, given

pytestmark = pytest.mark.postgres
CLOCKS, TICKS = 4, 15


async def _kill_one_after_the_other(url: str) -> int:
    """Each that has the clock is killed at some moment of its fifteenth tick; the last one goes on to the end."""
    command = (sys.executable, "-m", "tests.several.clocks", url, str(CLOCKS))
    clocks = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    assert clocks.stdout is not None
    assert clocks.stdin is not None
    dice, ticks = random.Random(5), 0
    killed: set[int] = set()
    async with asyncio.timeout(60):
        born = {int(number) for number in (await clocks.stdout.readline()).split()}
        while (line := await clocks.stdout.readline()) not in (b"over\n", b""):
            ticks += int(line) not in killed
            if ticks == TICKS and len(killed) < CLOCKS - 1:
                await asyncio.sleep(dice.uniform(0, 0.03))
                os.kill(int(line), signal.SIGKILL)
                killed.add(int(line))
                ticks = 0
        assert line, "the clocks ended"
    assert killed < born
    clocks.stdin.close()
    await clocks.wait()
    return len(killed)


async def test_of_four_clocks_one_ticks_and_every_period_comes_once_though_three_are_killed(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    database = open_database(migrated_postgres)
    await doors(database)
    await asked_every_day(database)
    assert await _kill_one_after_the_other(migrated_postgres) == CLOCKS - 1
    visits, days = await given(database)
    assert set(visits.values()) == {1}
    assert sum(visits.values()) > 2 * DOORS
    assert set(days.values()) == {1}
    asked = sorted(day for _, day in days)
    assert asked == [asked[0] + timedelta(days=number) for number in range(len(asked))]
    assert len(asked) >= DAYS
    async with database.look() as uow:
        ticked = select(event.c.subject).where(event.c.kind == "ticked").order_by(event.c.id)
        turns = [who for who, _ in groupby(await uow.session.scalars(ticked))]
    assert len(turns) == CLOCKS, "each had the clock once, one after the other"
    await database.close()
