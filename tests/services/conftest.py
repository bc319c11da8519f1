"""Services are tried on a real database: SQLite, and PostgreSQL, each migrated once a run."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.postgres import fresh_database
from tests.storage.stores import empty_postgres, migrate_now, open_database


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy."""
    path = tmp_path_factory.mktemp("services") / "linli.db"
    migrate_now(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> str:
    """The URL of a migrated PostgreSQL database that each test finds empty."""
    url = fresh_database(postgres_url)
    migrate_now(url)
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated database without a row."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "linli.db")
        return f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    migrated: str = request.getfixturevalue("migrated_postgres")
    empty_postgres(migrated)
    return migrated


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A migrated database, open."""
    database = open_database(url)
    yield database
    await database.close()
