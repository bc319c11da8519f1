"""What every test stands on."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import structlog
import uvloop
from hypothesis import settings

from bot.storage.database import Database
from bot.ui import i18n
from tests.postgres import drop_database, fresh_database, postgres_server
from tests.storage.stores import empty_postgres, migrate_now, open_database

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)  # by default every variable of a traceback is printed, which takes seconds
MEMORY, PLENTY = Path("/dev/shm"), 4 * 2**30
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]

settings.register_profile("linli", deadline=None)  # how long an example takes says what else the machine does
settings.load_profile("linli")
i18n.strict = True  # in tests a sentence that cannot be said is an error, not a second-best sentence


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop that serves in earnest."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server's URL, started once a worker; tests/postgres.py tells what it does as root."""
    with postgres_server() as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database of this test's own, removed after it."""
    url = fresh_database(postgres_url)
    yield url
    drop_database(url)


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


def pytest_configure() -> None:
    """What tests keep is kept in memory where there is plenty: they end processes, not machines, as PostgreSQL's do."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > PLENTY:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests begin, so that at the end nobody waits long for the last."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """The ten thousand tests stay until the end: the garbage collector need not look through them again and again."""
    gc.collect()
    gc.freeze()
