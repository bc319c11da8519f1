"""Where Telegram calls: the real web app behind real uvicorn, a stand-in Telegram, and the desk behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.config import Hook
from bot.intake.webhook import Webhook
from bot.web.hook import HEADER, HookDoor
from bot.web.serving import listening, open_door, web_app
from bot.web.watch import Watch
from tests.intake.desk import Desk

PATH, SECRET = "a-path-nobody-guesses-0123456789-0123456789", "a-word-only-telegram-says"
SLOWEST_S = 0.3


class Porch:
    """One process that is called, and whoever calls it."""

    def __init__(self, desk: Desk, webhook: Webhook, hook: Hook, port: int) -> None:
        self.desk, self.webhook, self.hook, self.port = desk, webhook, hook, port

    async def hears_all(self) -> None:
        """Telegram has brought everything, and it was dealt with."""
        async with asyncio.timeout(10):
            while len(self.desk.sandbox.updates):  # noqa: ASYNC110 - Telegram is elsewhere
                await asyncio.sleep(0.01)
        await self.desk.worker.drain()

    async def fails(self) -> None:
        """Telegram has tried in vain to bring something."""
        async with asyncio.timeout(10):
            while not self.desk.sandbox.settings.webhook_error:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def brings(self, update: object, *, path: str = PATH, secret: str = SECRET) -> int:
        """Somebody posts this; how it was answered."""
        body = update if isinstance(update, bytes) else json.dumps(update).encode()
        return await self.sends(_head(path, secret, f"Content-Length: {len(body)}"), body)

    async def sends(self, *pieces: bytes) -> int:
        """Somebody writes exactly these bytes, and says nothing more; the status they get, 0 for none."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
            async with asyncio.timeout(5):
                line = await reader.readline()
            return int(line.split()[1]) if line else 0
        except ConnectionError:
            return 0
        finally:
            writer.close()

    def head(self, *lines: str, secret: str = SECRET) -> bytes:
        """The beginning of a post to the right path."""
        return _head(PATH, secret, *lines)


def _head(path: str, secret: str, *lines: str) -> bytes:
    head = [f"POST /{path} HTTP/1.1", "Host: x", f"{HEADER}: {secret}", *lines, "", ""]
    return "\r\n".join(head).encode()


def said(number: int, words: str, person: int = 6_100_000_009) -> dict[str, Any]:
    """Somebody wrote to us."""
    sender = {"id": person, "is_bot": False, "first_name": "试阿梅"}
    chat = {"id": person, "type": "private", "first_name": "试阿梅"}
    message = {"message_id": number, "date": 1_772_589_600, "chat": chat, "from": sender, "text": words}
    return {"update_id": number, "message": message}


def group_said(number: int, *, sender: int = 5, date: int = 0, **content: Any) -> dict[str, Any]:
    """Somebody wrote in a group."""
    who = {"id": sender, "is_bot": False, "first_name": "试阿梅"}
    chat = {"id": -1001, "type": "supergroup", "title": "试3号楼"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": date, "chat": chat, "from": who, **content},
    }


@asynccontextmanager
async def porch(desk: Desk) -> AsyncIterator[Porch]:
    """Listens while the block lasts; Telegram does not know of it yet."""
    door = open_door("127.0.0.1", 0)
    port = int(door.getsockname()[1])
    hook = Hook(f"http://127.0.0.1:{port}/behind/nginx/{PATH}", PATH, SECRET)
    webhook = Webhook(desk.bot, hook, desk.doorstep, desk.clock)
    seen = HookDoor(hook, lambda: webhook.receive, slowest_s=SLOWEST_S, again_s=0)
    app = web_app(Watch(desk.database, desk.clock, lambda: webhook.heard_at), seen)
    async with listening(app, door):
        yield Porch(desk, webhook, hook, port)
        desk.sandbox.close()
