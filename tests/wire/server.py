"""A server on this machine that answers as told: well, badly, late, in part, or not at all."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from typing import Any

Script = Callable[["Heard", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Heard:
    """One request as it came."""

    line: str
    headers: Message
    body: bytes
    connection: int

    @property
    def form(self) -> dict[str, str]:
        """The fields of a JSON body: each a string, as the Bot API takes them."""
        fields: dict[str, str] = json.loads(self.body)
        return fields

    @property
    def parts(self) -> dict[str, tuple[str | None, bytes]]:
        """The parts of a multipart body: name → (file name, content)."""
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        message = BytesParser().parsebytes(head + self.body)
        found = {}
        for part in message.walk():
            if part.is_multipart():
                continue
            raw = dict(part.raw_items())["Content-Disposition"]
            shown = raw.encode("ascii", "surrogateescape").decode()
            fields = dict(piece.strip().split("=", 1) for piece in shown.split(";")[1:])
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            file_name = fields["filename"].strip('"') if "filename" in fields else None
            found[fields["name"].strip('"')] = (file_name, content)
        return found


@dataclass
class Server:
    """`script` answers every request; `heard` keeps them."""

    script: Script
    heard: list[Heard] = field(default_factory=list)
    has_heard: asyncio.Event = field(default_factory=asyncio.Event)
    connections: int = 0
    deaf_for: float = 0.0
    """Seconds before it begins to read from a new connection."""
    tls: ssl.SSLContext | None = None
    _server: asyncio.Server | None = None
    _writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def start(self) -> None:
        """Listen on a free port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls)

    @property
    def root(self) -> str:
        """What TELEGRAM_API_URL would be."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Hang up on everybody and listen no more."""
        assert self._server is not None
        for writer in self._writers:
            writer.transport.abort()
        self._server.close()
        await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        connection = self.connections
        self._writers.append(writer)
        await asyncio.sleep(self.deaf_for)
        try:
            while heard := await _read(reader, connection):
                self.heard.append(heard)
                self.has_heard.set()
                await self.script(heard, writer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader, connection: int) -> Heard | None:
    line = (await reader.readline()).decode().strip()
    if not line:
        return None
    head = b""
    while (row := await reader.readline()) not in (b"\r\n", b""):
        head += row
    headers = BytesParser().parsebytes(head)
    if "chunked" in headers.get("Transfer-Encoding", ""):
        body = b""
        while size := int(await reader.readline(), 16):
            body += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
    else:
        body = await reader.readexactly(int(headers.get("Content-Length", 0)))
    return Heard(line, headers, body, connection)


def answer(status: int, body: Any, **headers: str) -> Script:
    """Answer with bytes as they are, or anything else as JSON."""
    payload = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def script(_heard: Heard, writer: asyncio.StreamWriter) -> None:
        named = {"Content-Length": str(len(payload)), **{k.replace("_", "-"): v for k, v in headers.items()}}
        head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        writer.write(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + payload)

    return script


def result(value: Any) -> Script:
    """Answer that all went well."""
    return answer(200, {"ok": True, "result": value})


def refuse(status: int, description: str, **parameters: int) -> Script:
    """Say no as Telegram does."""
    body = {"ok": False, "error_code": status, "description": description}
    return answer(status, {**body, "parameters": parameters} if parameters else body)


async def hang(_heard: Heard, _writer: asyncio.StreamWriter) -> None:
    """Never answer."""
    await asyncio.sleep(60)


async def hang_up(_heard: Heard, writer: asyncio.StreamWriter) -> None:
    """Take the request and close the connection."""
    writer.transport.abort()


async def hang_up_midway(_heard: Heard, writer: asyncio.StreamWriter) -> None:
    """Close the connection in the middle of a good answer."""
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"ok":true,"result":{')
    await writer.drain()
    writer.close()


async def drip(_heard: Heard, writer: asyncio.StreamWriter) -> None:
    """Answer one byte at a time, without end."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    while True:
        writer.write(b"{")
        await writer.drain()
        await asyncio.sleep(0.05)
