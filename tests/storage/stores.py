"""Migrated databases for tests: migrated once a run, then copied or emptied, because that is much cheaper."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import asyncpg

from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from bot.storage.line import IN, Line
from bot.storage.schema import LATEST, migrate
from bot.storage.tables import metadata
from tests.storage.compiled import compiled_once

KEY = b"an invented key of 32 bytes, no!"[:32]
ANOTHER_KEY = b"another invented key, 32 bytes!!"[:32]
PLAYBOOK = load_playbook("heyuan")
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def open_database(url: str, key: bytes = KEY) -> Database:
    """That database, not migrated."""
    return compiled_once(Database(url, key, PLAYBOOK))


def migrate_now(url: str) -> None:
    """Brings a database up to date and lets go of it."""

    async def run() -> None:
        database = open_database(url)
        await migrate(database)
        await database.close()

    _finish(run())


def empty_postgres(url: str) -> None:
    """Takes everything out of a migrated database, as if it had just been migrated."""

    async def run() -> None:
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
        try:
            names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            await connection.execute(
                "SET session_replication_role = replica"
            )  # past the append-only triggers
            await connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
            await connection.execute(f"UPDATE alembic_version SET version_num = '{LATEST}'")
        finally:
            await connection.close()

    _finish(run())


@asynccontextmanager
async def at_work(database: Database) -> AsyncIterator[None]:
    """As when a process that has nobody's seat works on this PostgreSQL: its line is open."""
    opened = asyncio.Event()
    line = asyncio.create_task(Line(database, {IN: [opened.set]}).run())
    await asyncio.wait_for(opened.wait(), 10)
    yield
    line.cancel()
    await asyncio.wait([line])


def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Runs it to its end in a thread of its own: a test may be inside an event loop or not."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
