"""The demo's clock: hours pass one by one, and in each what is due happens before the next begins."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

from bot.app import Linli
from bot.sandbox import Request, Sandbox
from bot.storage.backlog import backlog
from bot.ui.i18n import words_for

LOOK_S = 0.03
PATIENCE_S = 0.4
"""Where nothing changes for so long, what is left waits for Telegram's limits, and the next hour begins."""


WRITING = ("send", "edit")
"""What a call's name begins with that people see."""


class Hours:
    """Moves the clock of a running Linli."""

    def __init__(self, linli: Linli, sandbox: Sandbox, language: str) -> None:
        self._linli = linli
        self._sandbox = sandbox
        self._turn = asyncio.Lock()
        self._words = words_for(language, linli.database.playbook.zone)

    async def pass_by(self, hours: float) -> str:
        """Lets that many hours go by; says in a line who heard from the bot meanwhile."""
        async with self._turn:
            return await self._pass_by(hours)

    async def _pass_by(self, hours: float) -> str:
        before = self._sandbox.requests[-1] if self._sandbox.requests else None
        left = timedelta(hours=hours)
        while left > timedelta():
            step = min(left, timedelta(hours=1))
            self._linli.clock.move(step)
            self._linli.dispatcher.wake()
            left -= step
            await self._linli.ticker.tick()
            await self.rest()
        return self._in_a_line(hours, before)

    async def rest(self) -> None:
        """Until the bot has nothing left to do now, or can only wait."""
        clock = self._linli.clock
        last, since = None, clock.monotonic()
        while clock.monotonic() - since < PATIENCE_S:
            now = await self._left()
            if not any(now):
                return
            if now != last:
                last, since = now, clock.monotonic()
            await clock.sleep(LOOK_S)

    async def _left(self) -> tuple[int, int, int]:
        async with self._linli.database.look() as uow:
            left = await backlog(uow, self._linli.clock.now())
        return left.updates.get("pending", 0), left.due_posts, left.due_cards

    def _in_a_line(self, hours: float, before: Request | None) -> str:
        news = dict.fromkeys(reversed([*self._spoken_to(before)]))
        if not news:
            return self._words.plain("demo-quiet", hours=round(hours))
        chats = self._words.plain("demo-and").join(self._sandbox.chats[chat].title for chat in news)
        return self._words.plain("demo-news", hours=round(hours), chats=chats)

    def _spoken_to(self, before: Request | None) -> Iterator[int]:
        """The chats in which the bot wrote or changed something since then, the latest first."""
        for request in reversed(self._sandbox.requests):
            if request is before:
                return
            if request.status == 200 and request.method.startswith(WRITING):
                yield int(request.params["chat_id"])
