"""A fresh town for every journey."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.journeys.bad_input import LANGUAGES
from tests.town import Town


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    """The whole bot, at rest, on a database of its own."""
    town = Town(sqlite_url)
    await town.open()
    yield town
    await town.close()


@pytest.fixture(params=list(LANGUAGES))
def language(request: pytest.FixtureRequest) -> str:
    """Each of ours."""
    return str(request.param)
