"""Every promise of the storage is held on SQLite and on PostgreSQL, unless it is about one of them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.postgres import fresh_database
from tests.storage.stores import empty_postgres, migrate_now, open_database

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy."""
    path = tmp_path_factory.mktemp("migrated") / "linli.db"
    migrate_now(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> str:
    """The URL of a migrated PostgreSQL database that each test finds empty."""
    url = fresh_database(postgres_url)
    migrate_now(url)
    return url


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it, not even tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    return str(request.getfixturevalue("postgres_database"))


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of this test's own."""
    shutil.copy(migrated_file, tmp_path / "linli.db")
    return f"sqlite+aiosqlite:///{tmp_path}/linli.db"


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """A migrated database without a row."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    migrated: str = request.getfixturevalue("migrated_postgres")
    empty_postgres(migrated)
    return migrated


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A migrated database, open."""
    database = open_database(url)
    yield database
    await database.close()
