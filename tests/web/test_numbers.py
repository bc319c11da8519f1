"""Whoever watches is answered whatever becomes of the database: then most of all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.clock import Clock
from bot.web.serving import listening, open_door, web_app
from bot.web.watch import Watch
from tests.storage.stores import open_database


@asynccontextmanager
async def _mute() -> AsyncIterator[int]:
    """A server that takes every call and says nothing: a machine that has hung."""
    callers: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: callers.append(writer), "127.0.0.1", 0)
    async with server:
        yield int(server.sockets[0].getsockname()[1])
        for writer in callers:
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def _nobody() -> AsyncIterator[int]:
    """A port at which nobody listens."""
    with open_door("127.0.0.1", 0) as door:
        yield int(door.getsockname()[1])


async def test_who_cannot_listen_says_so_and_waits_for_nobody() -> None:
    door, clock = open_door("127.0.0.1", 0), Clock()
    app = web_app(Watch(open_database("postgresql+asyncpg://x/y"), clock, clock.monotonic))
    door.close()
    with pytest.raises(OSError, match="descriptor"):
        async with asyncio.timeout(5), listening(app, door):
            pass


@pytest.mark.parametrize("there", [_mute, _nobody])
async def test_numbers_and_health_are_shown_while_the_database_does_not_answer(there: object) -> None:
    async with there() as port:  # type: ignore[operator]
        database, clock = open_database(f"postgresql+asyncpg://li:x@127.0.0.1:{port}/y"), Clock()
        app = web_app(Watch(database, clock, clock.monotonic))
        async with listening(app, open_door("127.0.0.1", 0)) as url, httpx.AsyncClient(timeout=8) as asks:
            numbers, live, ready = await asyncio.gather(
                *[asks.get(url + path) for path in ("/metrics", "/healthz", "/healthz/ready")]
            )
        assert (numbers.status_code, live.status_code, ready.status_code) == (200, 200, 503)
        assert "linli_database_up 0.0" in numbers.text
        assert "linli_ticks_total" in numbers.text
        assert "linli_posts{" not in numbers.text, "what was true an hour ago says nothing of now"
        assert ready.json() == {"ready": False, "waits_for": ["database"]}
        await database.close()
