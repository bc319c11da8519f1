"""Small proxies on this machine that lead every name to one server."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from tests.wire.server import Server


@dataclass
class Socks:
    """SOCKS5; `asked` keeps what it was asked for. `word`: who may pass, as `user:password`."""

    target: Server
    refuses: bool = False
    word: str = ""
    asked: list[bytes] = field(default_factory=list)
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: greeting, destination, then bytes both ways."""
        offered = await reader.readexactly((await reader.readexactly(2))[1])
        if self.word and not await self._may_pass(offered, reader, writer):
            writer.close()
            return
        if not self.word:
            writer.write(b"\x05\x00")
        kind = (await reader.readexactly(4))[3]
        size = (await reader.readexactly(1))[0] if kind == 3 else 4
        self.asked.append(await reader.readexactly(size))
        await reader.readexactly(2)
        writer.write(b"\x05" + (b"\x05" if self.refuses else b"\x00") + b"\x00\x01" + bytes(6))
        if self.refuses:
            writer.close()
            return
        await _join(self.target, reader, writer)

    async def _may_pass(
        self, offered: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        writer.write(b"\x05\x02" if 2 in offered else b"\x05\xff")
        if 2 not in offered:
            return False
        user = await reader.readexactly((await reader.readexactly(2))[1])
        password = await reader.readexactly((await reader.readexactly(1))[0])
        fine = f"{user.decode()}:{password.decode()}" == self.word
        writer.write(b"\x01\x00" if fine else b"\x01\x01")
        return fine


@dataclass
class Tunnel:
    """An HTTP proxy that only knows CONNECT; `asked` keeps where to. `word`: as above."""

    target: Server
    word: str = ""
    asked: list[bytes] = field(default_factory=list)
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        head = await reader.readuntil(b"\r\n\r\n")
        method, where, _ = head.split(b"\r\n")[0].split()
        told = base64.b64encode(self.word.encode())
        if method != b"CONNECT" or (self.word and b"Proxy-Authorization: Basic " + told not in head):
            writer.write(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        self.asked.append(where)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await _join(self.target, reader, writer)


Proxy = TypeVar("Proxy", bound=Socks | Tunnel)


@asynccontextmanager
async def standing(proxy: Proxy) -> AsyncIterator[Proxy]:
    """Listens while the block lasts."""
    listening = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = listening.sockets[0].getsockname()[1]
    yield proxy
    listening.close()
    await asyncio.sleep(0.01)


async def _join(target: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target.port)
    await asyncio.gather(_pass_on(reader, far_writer), _pass_on(far_reader, writer))


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
    except ConnectionError:
        pass
    finally:
        writer.close()
