"""Work in a connection's thread that whoever asked for it waits for no more."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from bot.storage.sqlite import Connection, connect


@pytest.fixture
async def connection(tmp_path: Path) -> Connection:
    """As SQLAlchemy opens them."""
    return await connect(str(tmp_path / "linli.db"), timeout=1, check_same_thread=False)


async def test_who_is_cancelled_again_and_again_leaves_only_when_the_thread_is_done(
    connection: Connection,
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        may_end.wait(5)

    task = asyncio.create_task(connection.elsewhere(slow))
    await asyncio.to_thread(begun.wait, 5)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0.01)
        assert not task.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    await connection.close()


async def test_a_connection_is_closed_only_after_what_its_thread_does(connection: Connection) -> None:
    begun, may_end, rows = threading.Event(), threading.Event(), []
    cursor = connection.cursor()
    await cursor.execute("CREATE TABLE lamp (number INTEGER)")
    raw = connection._connection
    assert raw is not None

    def slow() -> None:
        begun.set()
        may_end.wait(5)
        rows.extend(raw.execute("SELECT count(*) FROM lamp").fetchall())

    task = asyncio.create_task(connection.elsewhere(slow))
    await asyncio.to_thread(begun.wait, 5)
    connection.stop()
    may_end.set()
    await task
    assert rows == [(0,)]
    await connection.close()  # once more does no harm


async def test_closing_waits_for_what_it_closes(connection: Connection) -> None:
    await connection.elsewhere(lambda: None)
    raw = connection._connection
    assert raw is not None
    await connection.close()
    with pytest.raises(Exception, match="closed database"):
        raw.execute("SELECT 1")
