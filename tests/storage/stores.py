"""Migrated databases for tests: migrated once a run, then copied, because a copy is much cheaper."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import asyncpg
from sqlalchemy.engine import make_url

from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from bot.storage.schema import migrate

KEY = b"an invented key of 32 bytes, no!"[:32]
ANOTHER_KEY = b"another invented key, 32 bytes!!"[:32]
PLAYBOOK = load_playbook("heyuan")
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def open_database(url: str, key: bytes = KEY) -> Database:
    """That database, not migrated."""
    return Database(url, key, PLAYBOOK)


def migrate_now(url: str) -> None:
    """Brings a database up to date and lets go of it; in a thread, as a test may be inside an event loop."""

    async def run() -> None:
        database = open_database(url)
        await migrate(database)
        await database.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()


def copy_of_postgres(template: str) -> str:
    """A new database like `template` (a URL), which nobody may be connected to; returns its own URL."""
    name, url = f"linli_{secrets.token_hex(6)}", make_url(template)

    async def run() -> None:
        maintenance = url.set(drivername="postgresql", database="postgres")
        connection = await asyncpg.connect(maintenance.render_as_string(hide_password=False))
        try:
            await connection.execute(f"CREATE DATABASE {name} TEMPLATE {url.database}")
        finally:
            await connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()
    return url.set(database=name).render_as_string(hide_password=False)
