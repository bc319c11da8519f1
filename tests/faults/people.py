"""People in another process: they act through the people's door, and see what happens as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import aiohttp

Shown = dict[str, Any]
Place = tuple[int, int]


class People:
    """Acts in everybody's name, and keeps what they see: each message as it was posted and as it is now, and toasts."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._web: aiohttp.ClientSession | None = None
        self._watching: asyncio.Task[None] | None = None
        self.messages: dict[Place, Shown] = {}
        self.posted: list[Shown] = []
        self.toasts: list[tuple[int, str]] = []
        self.acted = 0
        self.done_by_bot = 0
        self._revision = 0

    async def open(self) -> None:
        """From now on everything is seen."""
        self._web = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
        listening = asyncio.Event()
        self._watching = asyncio.create_task(self._watch(listening))
        await asyncio.wait_for(listening.wait(), 10)

    async def close(self) -> None:
        """Looks away."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._web is not None:
            await self._web.close()

    async def does(self, deed: str, **body: Any) -> Shown:
        """One thing at the people's door."""
        assert self._web is not None
        async with self._web.post(f"{self._url}/people/{deed}", json=body) as answer:
            said: Shown = await answer.json()
            assert answer.status == 200, said
        return said

    async def acts(self, deed: str, **body: Any) -> Shown:
        """The same, where the bot hears of it by one update."""
        self.acted += 1
        return await self.does(deed, **body)

    async def asks_telegram(self, token: str, method: str, **params: Any) -> Any:
        """What Telegram answers a bot."""
        assert self._web is not None
        async with self._web.post(f"{self._url}/bot{token}/{method}", json=params) as answer:
            return (await answer.json())["result"]

    async def has_seen_everything(self) -> None:
        """Returns when nothing is on its way to our eyes."""
        assert self._web is not None
        async with self._web.get(f"{self._url}/people/state") as answer:
            revision = (await answer.json())["rev"]
        async with asyncio.timeout(10):
            while self._revision < revision:  # noqa: ASYNC110 - seen by the other task
                await asyncio.sleep(0.01)

    def showing(self, label: str, *chats: int) -> list[tuple[Shown, str]]:
        """Messages of these chats with a button of that label, and what it carries."""
        return [
            (message, button["data"])
            for (chat, _), message in self.messages.items()
            if chat in chats and not message["deleted"]
            for row in message["buttons"]
            for button in row
            if button["text"].startswith(label) and "data" in button
        ]

    async def _watch(self, listening: asyncio.Event) -> None:
        assert self._web is not None
        async with self._web.get(f"{self._url}/people/events") as stream:
            async for line in stream.content:
                listening.set()
                if line.startswith(b"data: "):
                    self._see(json.loads(line.removeprefix(b"data: ")))

    def _see(self, event: Shown) -> None:
        message = event.get("message")
        if event["type"] == "toast":
            self.toasts.append((event["person"], event["text"]))
        self.done_by_bot += event["type"] == "toast" or bool(message and message["bot"])
        if isinstance(message, dict):
            if event["type"] == "message" and message["bot"]:
                self.posted.append(message)
            self.messages[message["chat"], message["id"]] = message
        with contextlib.suppress(KeyError):
            self._revision = max(self._revision, event["rev"])
