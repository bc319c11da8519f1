"""The stand-in Telegram's door for bots, lean enough not to be what is measured.

The sandbox answers a call in some 50 µs; the web server in front of it takes far longer. This one reads just
what the bots' HTTP clients send.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox import Sandbox

Params = dict[str, Any]
Hear = Callable[[str, Params, int, Any], None]
"""Called with every call that was answered: method, parameters, HTTP status, result."""


class _Connection(asyncio.Protocol):
    """One kept-alive connection; its calls are answered one after the other."""

    def __init__(self, sandbox: Sandbox, hear: Hear, everybody: set[asyncio.Transport]) -> None:
        self._sandbox, self._hear, self._everybody = sandbox, hear, everybody
        self._unread = b""
        self._answering: asyncio.Task[None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A bot has come."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._everybody.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """It has gone."""
        if self._transport is not None:
            self._everybody.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        """Some bytes of a call, or all."""
        self._unread += data
        if self._answering is None:
            self._next()

    def _next(self) -> None:
        head, ended, rest = self._unread.partition(b"\r\n\r\n")
        if not ended:
            return
        size = _content_length(head)
        if len(rest) < size:
            return
        self._unread = rest[size:]
        self._answering = asyncio.ensure_future(self._answer(head, rest[:size]))

    async def _answer(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1].decode()
        token, _, method = path.removeprefix("/bot").partition("/")
        params = _read(body)
        status, answer = await self._sandbox.answer(token, method, params)
        payload = json.dumps(answer).encode()
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(
                b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                % (status, len(payload))
                + payload
            )
        self._hear(method, params, status, answer.get("result"))
        self._answering = None
        self._next()


def _read(body: bytes) -> Params:
    """A form, or (grammY's) JSON."""
    if body.startswith(b"{"):
        read: Params = json.loads(body)
        return read
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


@asynccontextmanager
async def opened(sandbox: Sandbox, hear: Hear) -> AsyncIterator[str]:
    """Listens on a free port of this machine while the block lasts; yields the root URL."""
    loop = asyncio.get_running_loop()
    everybody: set[asyncio.Transport] = set()
    server = await loop.create_server(lambda: _Connection(sandbox, hear, everybody), "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        sandbox.close()
        sandbox.updates.end_poll("the server is going down")
        for transport in everybody:
            transport.abort()
        await asyncio.sleep(0.05)
