"""A porch on a database of its own, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.intake.desk import Desk
from tests.web.porch import Porch, porch


@pytest.fixture
async def desk(url: str) -> AsyncIterator[Desk]:
    """Behind the porch; on SQLite for tests that ask for `sqlite_desk`."""
    async for made in _desk(url):
        yield made


@pytest.fixture
async def sqlite_desk(sqlite_url: str) -> AsyncIterator[Desk]:
    """Where the database makes no difference."""
    async for made in _desk(sqlite_url):
        yield made


async def _desk(url: str) -> AsyncIterator[Desk]:
    desk = Desk(url)
    await desk.bot.initialize()
    await desk.open()
    yield desk
    await desk.close()


@pytest.fixture
async def called(desk: Desk) -> AsyncIterator[Porch]:
    """On either database."""
    async with porch(desk) as made:
        yield made


@pytest.fixture
async def door(sqlite_desk: Desk) -> AsyncIterator[Porch]:
    """Who stands before it is looked at alike on every database."""
    async with porch(sqlite_desk) as made:
        yield made
