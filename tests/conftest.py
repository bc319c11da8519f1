"""What every test stands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog

from bot.ui import i18n
from tests.postgres import drop_database, fresh_database, postgres_server

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)  # by default every variable of a traceback is printed, which takes seconds
i18n.strict = True  # in tests a sentence that cannot be said is an error, not a second-best sentence


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server's URL, started once a worker; tests/postgres.py tells what it does as root."""
    with postgres_server() as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database of this test's own, removed after it."""
    url = fresh_database(postgres_url)
    yield url
    drop_database(url)
