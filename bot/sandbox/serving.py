"""Listening on a port, inside another program or as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import stat
import sys
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime

import uvicorn

from bot.sandbox.http import SandboxApp, http_app
from bot.sandbox.people_door import OnClock
from bot.sandbox.sandbox import Sandbox


class _Server(uvicorn.Server):
    """Leaves the signals to the program it is a part of, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


@asynccontextmanager
async def listening(app: SandboxApp, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve while the block runs; yields the root URL. Port 0 is any free one; a busy one is an OSError."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2
        )
        server = _Server(config)
        running = asyncio.ensure_future(server.serve(sockets=[taken]))
        ready = asyncio.ensure_future(server.listens.wait())
        try:
            await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
            yield f"http://{host}:{taken.getsockname()[1]}"
        finally:
            app.sandbox.close()
            ready.cancel()
            server.should_exit = True
            await running


async def serve(app: SandboxApp, host: str = "127.0.0.1", port: int = 8081) -> None:
    """Serve until cancelled."""
    async with listening(app, host, port):
        await asyncio.Event().wait()


def run_sandbox(
    port: int,
    *,
    now: Callable[[], datetime],
    monotonic: Callable[[], float],
    on_clock: OnClock | None = None,
    limits: bool = True,
    reads_all: bool = False,
) -> None:
    """The sandbox as its own process, so that a bot can be killed without Telegram dying with it.

    Prints "URL TOKEN" once it listens. Ends on SIGTERM or Ctrl-C, or when a pipe on standard input closes,
    so that it never outlives the test that started it. Its state is memory.
    """
    sandbox = Sandbox(now=now, monotonic=monotonic, limits=limits, reads_all=reads_all, keep=1000)
    asyncio.run(_run(http_app(sandbox, on_clock=on_clock), port))


async def _run(app: SandboxApp, port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    parent = asyncio.ensure_future(_parent_gone(stopped))
    async with listening(app, port=port) as url:
        print(url, app.sandbox.token, flush=True)
        await stopped.wait()
    parent.cancel()


async def _parent_gone(stopped: asyncio.Event) -> None:
    """A pipe or socket on standard input is a parent's; a terminal or /dev/null is nobody's."""
    kind = os.fstat(sys.stdin.fileno()).st_mode
    if not (stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)):
        return
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while await reader.read(4096):
        pass
    stopped.set()
