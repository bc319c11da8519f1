"""A post office for every test that needs one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ui.cards import CARDS
from tests.delivery.office import Office, board


@pytest.fixture
async def office(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """On a database of its own, with one more card: the board."""
    monkeypatch.setitem(CARDS, "board", board)
    office = Office(sqlite_url)
    await office.bot.initialize()
    yield office
    await office.dispatcher.close()
    await office.database.close()
