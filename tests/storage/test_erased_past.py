"""What was erased must not stay in the file's past: the WAL is emptied, if not at once then after a later write."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import text

from bot.storage.database import Database
from tests.storage.stores import open_database


async def _erases(database: Database) -> None:
    async with database.work() as uow:
        await uow.session.execute(text("UPDATE lamp SET words = '…'"))
        uow.erased = True


async def test_a_reader_is_not_waited_for_and_the_past_goes_with_a_later_write(tmp_path: Path) -> None:
    database = open_database(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    wal = tmp_path / "linli.db-wal"
    async with database.work() as uow:
        await uow.session.execute(text("CREATE TABLE lamp AS SELECT 'dark' AS words"))
    async with database.look() as reads:
        await reads.session.execute(text("SELECT * FROM lamp"))
        async with asyncio.timeout(5):  # who waits for readers waits for ten
            await _erases(database)
        assert wal.stat().st_size > 0
    async with database.work() as uow:
        await uow.session.execute(text("INSERT INTO lamp VALUES ('bright')"))
    assert wal.stat().st_size == 0
    await database.close()
