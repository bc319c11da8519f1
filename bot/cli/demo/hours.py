"""The demo's clock: hours pass one by one, and in each what is due happens before the next begins."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.app import Linli
from bot.sandbox import Sandbox
from bot.storage.backlog import backlog
from bot.ui.i18n import words_for

LOOK_S = 0.03
PATIENCE_S = 0.6
"""Where nothing changes for so long, what is left waits for Telegram's limits, and the next hour begins."""


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
        before = self._said()
        left = timedelta(hours=hours)
        while left > timedelta():
            step = min(left, timedelta(hours=1))
            self._linli.clock.move(step)
            left -= step
            await self._linli.ticker.tick()
            await self.rest()
        return self._in_a_line(hours, before)

    async def rest(self) -> None:
        """Until the bot has nothing left to do now, or can only wait."""
        last, unchanged_s = None, 0.0
        while unchanged_s < PATIENCE_S:
            now = await self._left()
            if not any(now):
                return
            unchanged_s = unchanged_s + LOOK_S if now == last else 0.0
            last = now
            await self._linli.clock.sleep(LOOK_S)

    async def _left(self) -> tuple[int, int, int]:
        async with self._linli.database.look() as uow:
            left = await backlog(uow, self._linli.clock.now())
        return left.updates.get("pending", 0), left.due_posts, left.due_cards

    def _said(self) -> dict[int, int]:
        """How many messages the bot has in each chat."""
        bot = self._sandbox.bot
        return {
            number: sum(message.sender is bot for message in chat.messages.values())
            for number, chat in self._sandbox.chats.items()
        }

    def _in_a_line(self, hours: float, before: dict[int, int]) -> str:
        news = [chat for chat, count in self._said().items() if count > before.get(chat, 0)]
        if not news:
            return self._words.plain("demo-quiet", hours=round(hours))
        chats = self._words.plain("demo-and").join(self._sandbox.chats[chat].title for chat in news)
        return self._words.plain("demo-news", hours=round(hours), chats=chats)
