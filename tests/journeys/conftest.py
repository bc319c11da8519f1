"""A fresh town for every journey, with a thousand households that it must never show."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.bad_input import LANGUAGES
from tests.journeys.neighbourhood import all_logged, leaks, settle_neighbourhood
from tests.town import Town


@pytest.fixture(scope="session")
def peopled_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the thousand households, to copy."""
    path = tmp_path_factory.mktemp("peopled") / "linli.db"
    shutil.copy(migrated_file, path)
    asyncio.run(settle_neighbourhood(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
async def town(peopled_file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Town]:
    """The whole bot, at rest, on a database of its own. What is `about_households` begins without one."""
    about_them = request.node.get_closest_marker("about_households") is not None
    source = request.getfixturevalue("migrated_file") if about_them else peopled_file
    shutil.copy(source, tmp_path / "linli.db")
    town = Town(f"sqlite+aiosqlite:///{tmp_path}/linli.db")
    with all_logged() as logged:
        await town.open()
        yield town
        await town.close()
    assert leaks(town.sandbox, logged.getvalue(), tmp_path) == []


@pytest.fixture(params=list(LANGUAGES))
def language(request: pytest.FixtureRequest) -> str:
    """Each of ours."""
    return str(request.param)
