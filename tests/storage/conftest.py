"""A database with nothing in it, for the tests of the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import BOTH


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it, not even tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    return str(request.getfixturevalue("postgres_database"))
