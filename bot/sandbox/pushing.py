"""Updates pushed to a webhook, one after the other, until each is taken."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp

from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

GIVE_UP_SECONDS = 60.0


class Pusher:
    """Works while a webhook is set; an answer other than 2xx is tried again, more and more slowly."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._task: asyncio.Task[None] | None = None

    def point_at(self, url: str) -> None:
        """Push to `url` from now on; an empty one stops."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if url:
            self._task = asyncio.get_running_loop().create_task(self._push(url))

    async def _push(self, url: str) -> None:
        updates, settings = self._sandbox.updates, self._sandbox.settings
        secret = settings.webhook_secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else None
        pause = 0.1
        timeout = aiohttp.ClientTimeout(total=GIVE_UP_SECONDS)
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            while True:
                await updates.arrival()
                update = updates.ready(1)[0]
                if error := await _post(session, url, update):
                    settings.webhook_error = error
                    settings.webhook_error_at = int(self._sandbox.now().timestamp())
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, 5.0)
                else:
                    pause = 0.1
                    updates.confirm(int(update["update_id"]) + 1)


async def _post(session: aiohttp.ClientSession, url: str, update: Json) -> str:
    """What went wrong, or nothing."""
    try:
        async with session.post(url, json=update) as answer:
            await answer.read()
            wrong = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            return "" if 200 <= answer.status < 300 else wrong
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return f"Connection failed: {type(error).__name__}"
