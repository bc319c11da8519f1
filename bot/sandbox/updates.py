"""What the bot has yet to hear: one queue, fetched by getUpdates or pushed to a webhook."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.refusals import Json, Refused, conflict

KEPT_FOR = timedelta(hours=24)
QUERY_LIVES = 150.0
"""Seconds for which a press waits for its answer."""
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update in the queue, and until when."""

    id: int
    body: Json
    until: datetime
    until_tick: float | None


class UpdateQueue:
    """Updates in order of their ids, kept for at most a day and until they are confirmed."""

    def __init__(self, now: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self._now, self._monotonic = now, monotonic
        self._last_id = 710_000_000
        self._queue: deque[Waiting] = deque()
        self._arrived = asyncio.Event()
        self._poll: asyncio.Future[Refused] | None = None
        self.allowed: frozenset[str] | None = None
        self.webhook_active = False

    def __len__(self) -> int:
        return len(self._queue)

    def put(self, kind: str, body: Json) -> None:
        """Queue one update, unless the bot asked not to hear of its kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return
        tick = self._monotonic() + QUERY_LIVES if kind == "callback_query" else None
        self._add({kind: body}, tick)

    def put_raw(self, update: Json) -> None:
        """Queue any object at all; it gets the next id unless it brings its own."""
        self._add(dict(update), None)

    def _add(self, update: Json, tick: float | None) -> None:
        given = update.get("update_id")
        self._last_id = max(self._last_id + 1, given) if isinstance(given, int) else self._last_id + 1
        number = given if isinstance(given, int) else self._last_id
        body = {"update_id": number, **update}
        self._queue.append(Waiting(number, body, self._now() + KEPT_FOR, tick))
        self._arrived.set()

    def allow(self, kinds: list[str] | None) -> None:
        """`allowed_updates`: an empty list means the default, None leaves it as it was."""
        if kinds is not None:
            self.allowed = frozenset(kinds) if kinds else None

    def forget(self) -> None:
        """Drop everything that waits."""
        self._queue.clear()

    def confirm(self, offset: int) -> None:
        """Everything before `offset` was received; a negative one keeps only that many from the end."""
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        while self._queue and self._queue[0].id < offset:
            self._queue.popleft()

    def ready(self, limit: int) -> list[Json]:
        """The oldest updates still alive, without confirming them."""
        now, tick = self._now(), self._monotonic()
        if any(w.until < now or (w.until_tick is not None and w.until_tick < tick) for w in self._queue):
            alive = [w for w in self._queue if w.until >= now and (w.until_tick or tick) >= tick]
            self._queue = deque(alive)
        return [waiting.body for waiting, _ in zip(self._queue, range(limit), strict=False)]

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> list[Json]:
        """getUpdates: waits for the first update; a second poller ends the one that waits."""
        if self.webhook_active:
            raise conflict(_WEBHOOK_ACTIVE)
        self.end_poll(_OTHER_POLLER)
        self.confirm(offset)
        if (found := self.ready(limit)) or timeout_seconds <= 0:
            return found
        return await self._wait(limit, timeout_seconds)

    async def _wait(self, limit: int, timeout_seconds: float) -> list[Json]:
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[Refused] = loop.create_future()
        self._poll = ended
        deadline = loop.time() + timeout_seconds
        try:
            while not (found := self.ready(limit)) and (left := deadline - loop.time()) > 0:
                self._arrived.clear()
                arrival = asyncio.ensure_future(self._arrived.wait())
                either: set[asyncio.Future[Any]] = {arrival, ended}
                await asyncio.wait(either, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                arrival.cancel()
                if ended.done():
                    raise ended.result()
            return found
        finally:
            if self._poll is ended:
                self._poll = None

    def taken(self, number: int) -> None:
        """That one was received, whatever waits before it."""
        self._queue = deque(waiting for waiting in self._queue if waiting.id != number)
        self._arrived.set()

    async def news(self) -> None:
        """Return when something arrived, or was taken, since the last time."""
        await self._arrived.wait()
        self._arrived.clear()

    def end_poll(self, why: str) -> None:
        """The poll that waits, if any, is refused with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(conflict(why))
        self._poll = None
