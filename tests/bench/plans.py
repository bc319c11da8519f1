"""Very many visiting plans: a tick over a million with a thousand due, beside one over ten thousand with a thousand due."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, insert, select

from bot.clock import Clock
from bot.domain.cadence import cadence_of
from bot.playbooks.load import load_playbook
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.schema import migrate
from scheduler.ticks import Ticker
from tests.bench.figures import Figure, at_most, must_be

NAME = "plans"
FEW, MANY, DUE = 10_000, 1_000_000, 1_000
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Xiamen
_KEY = b"an invented key of 32 bytes, no!"[:32]
_SLICE = 20_000


async def measure(short: bool) -> list[Figure]:
    """Each number of plans in a database of its own; the median of three ticks, each with a thousand other due."""
    few, opened_few = await _ticks(FEW)
    many, opened_many = await _ticks(MANY // 10 if short else MANY)
    what = f"a tick over {MANY // 10 if short else MANY:,} plans, {DUE:,} due"
    return [
        must_be(NAME, "visits opened of those that were due", opened_few + opened_many, 6 * DUE),
        Figure(NAME, f"a tick over {FEW:,} plans, {DUE:,} due", few, "s"),
        at_most(NAME, what, many, 5, "s"),
        at_most(NAME, "that many : few", many / few, 3, "×"),
    ]


async def _ticks(plans: int) -> tuple[float, int]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'linli.db'}", _KEY, load_playbook("heyuan"))
        try:
            await migrate(database)
            await _fill(database, plans)
            clock = Clock(NOW)
            ticker = Ticker(database, clock)
            took = []
            for _ in range(3):
                start = time.perf_counter()
                await ticker.tick()
                took.append(time.perf_counter() - start)
                clock.move(timedelta(minutes=1))
            async with database.look() as uow:
                opened = await uow.session.scalar(select(func.count()).select_from(tables.visit))
            return sorted(took)[1], int(opened or 0)
        finally:
            await database.close()


async def _fill(database: Database, plans: int) -> None:
    """A plan a household, nobody in it; the first, second and third thousand are due a minute after one another."""
    for first in range(0, plans, _SLICE):
        last = min(first + _SLICE, plans)
        async with database.work() as uow:
            await uow.session.execute(insert(tables.household), list(_households(first, last)))
            await uow.session.execute(insert(tables.visit_plan), list(_plans(first, last)))
        await asyncio.sleep(0)


def _households(first: int, last: int) -> Iterator[dict[str, Any]]:
    for n in range(first, last):
        door = f"bench:{n}"
        yield {"id": n + 1, "door_hash": door, "compound": "源昌鑫海湾", "building": "3号楼", "version": 1}


def _plans(first: int, last: int) -> Iterator[dict[str, Any]]:
    weekly = cadence_of("weekly")
    for n in range(first, last):
        nth = n // DUE
        opens = NOW + timedelta(minutes=nth) if nth < 3 else NOW + timedelta(days=1, seconds=n % 500_000)
        yield {
            "household_id": n + 1,
            "programme": "lonely",
            "event_key": "",
            "cadence": weekly,
            "rung": "paired",
            "slots": 0,
            "started_at": NOW - timedelta(days=30),
            "next_at": opens,
            "phoned_last": False,
            "version": 1,
        }
