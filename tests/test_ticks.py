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
        ticker.stop()
        await database.close()
