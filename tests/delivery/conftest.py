"""A post office for every test that needs one."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ui.cards import CARDS
from tests.delivery.office import Office, board
from tests.storage.stores import migrate_now


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy."""
    path = tmp_path_factory.mktemp("migrated") / "linli.db"
    migrate_now(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
async def office(
    migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Office]:
    """On a database of its own, with one more card: the board."""
    monkeypatch.setitem(CARDS, "board", board)
    shutil.copy(migrated_file, tmp_path / "linli.db")
    office = Office(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    await office.bot.initialize()
    yield office
    await office.dispatcher.close()
    await office.database.close()
