"""The answer to a press: Telegram's toast. The only thing that is said directly, after the commit, at best."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import tzinfo

from bot.clock import Clock
from bot.intake.incoming import TOO_LATE_S
from bot.intake.turns import Answer
from bot.ui.i18n import words_for
from bot.ui.screen import start_link
from bot.wire.telegram import WireBot, answer_callback


class Answerer:
    """Answers presses in the background, so that no press waits for another's answer."""

    def __init__(self, bot: WireBot, clock: Clock, zone: tzinfo) -> None:
        self._bot = bot
        self._clock = clock
        self._zone = zone
        self._tasks: set[asyncio.Task[None]] = set()

    def __call__(self, answers: Sequence[Answer]) -> None:
        """These transactions are through."""
        for answer in answers:
            task = asyncio.create_task(self._one(answer))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self) -> None:
        """Waits for the answers on their way."""
        if self._tasks:
            await asyncio.gather(*self._tasks)

    async def _one(self, answer: Answer) -> None:
        if answer.heard_at is None or self._clock.monotonic() - answer.heard_at > TOO_LATE_S:
            return
        toast = answer.toast
        text = None
        if toast.key:
            text = words_for(answer.language, self._zone).at(answer.now).plain(toast.key, **toast.args)
        url = start_link(self._bot.username, toast.start) if toast.start else None
        await answer_callback(self._bot, answer.query_id, text, toast.alert, url)
