"""A desk for every test that needs one."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.intake.desk import Desk
from tests.storage.stores import migrate_now


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy."""
    path = tmp_path_factory.mktemp("migrated") / "linli.db"
    migrate_now(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
async def desk(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """On a database of its own."""
    shutil.copy(migrated_file, tmp_path / "linli.db")
    desk = Desk(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    await desk.bot.initialize()
    await desk.open()
    yield desk
    await desk.close()
