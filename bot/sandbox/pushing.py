"""Updates pushed to a webhook: in order within a chat, many chats at the same time, each until it is taken."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp

from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

GIVE_UP_SECONDS = 60.0
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0


class Pusher:
    """Works while a webhook is set; an answer other than 2xx is tried again, more and more slowly.

    What is not taken holds up its own chat (for a press: that person's presses) and nobody else, as with Telegram.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._task: asyncio.Task[None] | None = None
        self._busy: set[str] = set()

    def point_at(self, url: str) -> None:
        """Push to `url` from now on; an empty one stops."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if url:
            self._task = asyncio.get_running_loop().create_task(self._push(url))

    async def _push(self, url: str) -> None:
        settings = self._sandbox.settings
        secret = settings.webhook_secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else None
        self._busy = set()
        connector = aiohttp.TCPConnector(limit=settings.webhook_connections)
        timeout = aiohttp.ClientTimeout(total=GIVE_UP_SECONDS)
        async with (
            aiohttp.ClientSession(headers=headers, timeout=timeout, connector=connector) as session,
            asyncio.TaskGroup() as group,
        ):
            while True:
                for update in self._sandbox.updates.ready(10_000):
                    queue = _queue_of(update)
                    if queue not in self._busy and len(self._busy) < settings.webhook_connections:
                        self._busy.add(queue)
                        group.create_task(self._deliver(session, url, update, queue))
                await self._sandbox.updates.news()

    async def _deliver(self, session: aiohttp.ClientSession, url: str, update: Json, queue: str) -> None:
        """One update, again and again."""
        settings, updates, pause = self._sandbox.settings, self._sandbox.updates, FIRST_PAUSE
        while failed := await _post(session, url, update):
            settings.webhook_error, retry_after = failed
            settings.webhook_error_at = int(self._sandbox.now().timestamp())
            await asyncio.sleep(retry_after or pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        self._busy.discard(queue)
        updates.taken(int(update["update_id"]))


def _queue_of(update: Json) -> str:
    """Telegram keeps order within a chat; presses are in order by person, apart from messages."""
    for kind, body in update.items():
        if isinstance(body, dict):
            place = body.get("from") if kind == "callback_query" else body.get("chat")
            return f"{kind}:{place.get('id') if isinstance(place, dict) else '?'}"
    return "?"


async def _post(session: aiohttp.ClientSession, url: str, update: Json) -> tuple[str, int] | None:
    """What went wrong, and the seconds the webhook wants to be left alone (0: it does not say); None for nothing."""
    try:
        async with session.post(url, json=update) as answer:
            await answer.read()
            if 200 <= answer.status < 300:
                return None
            after = answer.headers.get("Retry-After", "")
            wrong = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            return wrong, int(after) if after.isdecimal() else 0
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return f"Connection failed: {type(error).__name__}", 0
