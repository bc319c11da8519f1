"""A desk for every test that needs one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.intake.wanted import Wanted
from tests.intake.desk import Desk
from tests.intake.updates import door


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    """On a database of its own."""
    desk = Desk(sqlite_url)
    await desk.bot.initialize()
    await desk.open()
    yield desk
    await desk.close()


@pytest.fixture
def wanted() -> Wanted:
    """The door, by the shipped playbook."""
    return door()
