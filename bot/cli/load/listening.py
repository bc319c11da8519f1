"""A stand-in Telegram that notices when whoever waits is answered."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

from bot.clock import Clock
from bot.sandbox import Press, Sandbox


class ListeningSandbox(Sandbox):
    """Everybody waits for one answer at a time: a press for its toast, a sentence for the next private message."""

    def __init__(self, clock: Clock, *, limits: bool) -> None:
        super().__init__(now=clock.now, monotonic=clock.monotonic, limits=limits, keep=0)
        self.waits: dict[int | str, float] = {}
        """Since when (monotonic seconds) a person, or a press by its id, has waited."""
        self.asked: dict[int | str, str] = {}
        """For what they wait."""
        self.took: list[float] = []
        """How long each answer took, in seconds."""
        self.refused: Counter[int] = Counter()
        """Calls that were refused, by HTTP status."""
        self.asked_for_updates = False
        self._news = asyncio.Event()

    def ask(self, who: int | Press, what: str) -> None:
        """This person has just said something, or pressed."""
        number = who if isinstance(who, int) else who.id
        self.waits[number], self.asked[number] = self.monotonic(), what

    async def call(
        self, method: str, params: dict[str, Any], files: dict[str, bytes] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """One Bot API call."""
        name = method.lower()
        if name == "getupdates" or (name == "setwebhook" and params.get("url")):
            self.asked_for_updates = True  # at once: it may be long before there are any
            self._news.set()
        status, body = await super().call(method, params, files)
        if status != 200:
            self.refused[status] += 1
        elif name == "answercallbackquery":
            self._answered(str(params.get("callback_query_id")))
        elif name.startswith("send") and str(params.get("chat_id", "")).isdigit():
            self._answered(int(params["chat_id"]))
        self._news.set()
        return status, body

    async def until(self, happened: Callable[[], bool], patience_s: float) -> None:
        """Looks after every call whether it has; raises TimeoutError when it has not in that time."""
        async with asyncio.timeout(patience_s):
            while not happened():
                self._news.clear()
                await self._news.wait()

    def _answered(self, who: int | str) -> None:
        self.asked.pop(who, None)
        since = self.waits.pop(who, None)
        if since is not None:
            self.took.append(self.monotonic() - since)
