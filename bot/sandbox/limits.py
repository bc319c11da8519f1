"""Telegram's speed limits as sliding windows."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.refusals import too_many


@dataclass
class Window:
    """At most `most` messages in any `seconds`; what is refused does not count."""

    most: int
    seconds: float
    taken: deque[float] = field(default_factory=deque)

    def wait(self, now: float, count: int) -> float:
        """Seconds until `count` more fit, or 0; an album larger than the window fits an empty one."""
        while self.taken and self.taken[0] <= now - self.seconds:
            self.taken.popleft()
        surplus = len(self.taken) + count - self.most
        if surplus <= 0 or not self.taken:
            return 0.0
        blocking = self.taken[min(surplus, len(self.taken)) - 1]
        return blocking + self.seconds - now

    def take(self, now: float, count: int) -> None:
        """Count them."""
        self.taken.extend([now] * count)


class Limits:
    """30 in any second a bot, 20 in any 60 s a group (posts and edits), 3 in any 3 s a private chat."""

    def __init__(self, monotonic: Callable[[], float], *, on: bool = True) -> None:
        """`monotonic`: seconds that only grow; `on`: False lifts every limit."""
        self._monotonic = monotonic
        self.on = on
        self._bot = Window(30, 1.0)
        self._chats: dict[int, Window] = {}

    def take(self, chat_id: int, *, group: bool, count: int = 1) -> None:
        """Let `count` messages pass, or refuse with how long to wait."""
        if not self.on:
            return
        now = self._monotonic()
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = Window(20, 60.0) if group else Window(3, 3.0)
        wait = max(self._bot.wait(now, count), chat.wait(now, count))
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        self._bot.take(now, count)
        chat.take(now, count)
