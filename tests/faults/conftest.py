"""A town without anybody in it, for what goes wrong around it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.town import Town


@pytest.fixture
async def town(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Town]:
    """The whole bot."""
    shutil.copy(migrated_file, tmp_path / "linli.db")
    town = Town(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    await town.open()
    yield town
    await town.close()
