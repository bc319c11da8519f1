"""The web app of `run`, and listening with it: on this machine only, unless HTTP_HOST says otherwise."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette

from bot.web.health import health_routes
from bot.web.hook import HookDoor
from bot.web.metrics import metrics_routes
from bot.web.watch import Watch

IDLE_S = 75
"""How long a connection may be idle: longer than nginx keeps one (60 s), lest it writes on one just being closed."""


class _Server(uvicorn.Server):
    """Leaves the signals to the program it is a part of, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Signals are the command's."""
        yield

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it; who waits for it to listen does not wait for ever if it cannot."""
        try:
            await super().serve(sockets)
        finally:
            self.listens.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it."""
        await super().startup(sockets)
        self.listens.set()


def web_app(watch: Watch, hook: HookDoor | None = None) -> Starlette:
    """Everything of Linli that is spoken to over HTTP."""
    return Starlette(routes=[*health_routes(watch), *metrics_routes(watch), *(hook.routes() if hook else [])])


def open_door(host: str, port: int) -> socket.socket:
    """A port of this machine (0: any). Raises OSError when it cannot be had."""
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
    except OSError:
        door.close()
        raise
    return door


@asynccontextmanager
async def listening(app: Starlette, door: socket.socket) -> AsyncIterator[str]:
    """Serves while the block lasts; gives the address. Closes the door. Raises OSError where it cannot listen."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config)
    with door:
        serving = asyncio.create_task(server.serve(sockets=[door]))
        try:
            await server.listens.wait()
            if serving.done():
                serving.result()
            host, number = door.getsockname()[:2]
            yield f"http://{f'[{host}]' if ':' in host else host}:{number}"
        finally:
            server.should_exit = True
            await serving
