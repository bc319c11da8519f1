"""The clock's ticks."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from scheduler.ticks import Ticker
from tests.town import KEY, MORNING, PLAYBOOK


async def test_a_start_asks_at_once_what_is_due(tmp_path: Path) -> None:
    asked = asyncio.Event()

    async def ask(uow: UnitOfWork, now: datetime) -> None:
        asked.set()

    database = Database(f"sqlite+aiosqlite:///{tmp_path}/linli.db", KEY, PLAYBOOK)
    ticker = Ticker(database, Clock(MORNING), [ask])
    ticker.start()
    try:
        await asyncio.wait_for(asked.wait(), 3)
    finally:
        await ticker.stop()
        await database.close()


async def test_the_end_of_ticking_is_the_end_of_the_tick_under_way(tmp_path: Path) -> None:
    asked, over = asyncio.Event(), asyncio.Event()

    async def ask(uow: UnitOfWork, now: datetime) -> None:
        asked.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)  # what is open is closed
            over.set()

    database = Database(f"sqlite+aiosqlite:///{tmp_path}/linli.db", KEY, PLAYBOOK)
    ticker = Ticker(database, Clock(MORNING), [ask])
    ticker.start()
    await asyncio.wait_for(asked.wait(), 3)
    await ticker.stop()
    assert over.is_set()
    await database.close()
