"""A fresh town for every journey."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The whole bot, at rest, on a database of its own."""
    town = Town(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    await town.open()
    yield town
    await town.close()
