"""PostgreSQL ends every connection, or is not there at all: that is known for what it is, and soon over."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.storage.cuts import CUT, is_cut, probe
from bot.storage.database import Database, DatabaseTroubleError
from bot.storage.line import own_connection
from tests.postgres import end_connections
from tests.storage.stores import open_database

pytestmark = pytest.mark.postgres
CONNECTIONS = 3
MOMENTS = range(4)
"""So many turns of the event loop later: the server's last words are read a turn before the end is seen."""


@pytest.fixture
async def shared(migrated_postgres: str) -> AsyncIterator[Database]:
    """A database with some connections open, and nobody using them."""
    database = open_database(migrated_postgres)
    await asyncio.gather(*(_use(database, "SELECT pg_sleep(0.05)") for _ in range(CONNECTIONS)))
    yield database
    await database.close()


async def _use(database: Database, statement: str = "SELECT 1") -> None:
    async with database.work() as uow:
        await uow.session.execute(text(statement))


async def _ended(url: str, turns: int) -> None:
    end_connections(url)
    for _ in range(turns):
        await asyncio.sleep(0)


@pytest.mark.parametrize("turns", MOMENTS)
async def test_after_all_connections_were_ended_one_thing_fails_and_then_everything_goes_on(
    shared: Database, migrated_postgres: str, turns: int
) -> None:
    await _ended(migrated_postgres, turns)
    with pytest.raises(DatabaseTroubleError) as failed:
        await _use(shared)
    assert is_cut(failed.value)
    assert not shared.can_write
    for _ in range(CONNECTIONS):
        await _use(shared)
    assert shared.can_write


@pytest.mark.parametrize("turns", [0, 2])
async def test_a_connection_of_its_own_that_was_ended_says_so_in_one_of_the_ways_that_are_expected(
    shared: Database, migrated_postgres: str, turns: int
) -> None:
    """Anything else would end the process that holds a seat or listens on the line."""
    own = await own_connection(shared)
    await _ended(migrated_postgres, turns)
    with pytest.raises(CUT):
        await own.execute("SELECT 1")
    own.terminate()


async def test_a_mistake_of_ours_is_no_cut(shared: Database) -> None:
    with pytest.raises(DatabaseTroubleError) as failed:
        await _use(shared, "SELECT * FROM no_such_table")
    assert not is_cut(failed.value)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system knows other ways")
async def test_who_waits_for_an_answer_asks_in_between_whether_the_machine_is_still_there() -> None:
    with socket.socket() as line:
        probe(line)
        assert line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 15_000
        idle = [socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT]
        assert [line.getsockopt(socket.IPPROTO_TCP, option) for option in idle] == [5, 5, 2]


async def test_where_nobody_listens_it_is_trouble_with_the_database_and_nothing_else() -> None:
    """What is being rendered then waits; anything else it could not read it would give up for ever."""
    database = open_database("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DatabaseTroubleError) as failed:
        await _use(database)
    assert is_cut(failed.value)
    assert not database.can_write
    await database.close()
