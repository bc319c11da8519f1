"""What the stand-in Telegram heard from a bot, and when."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

QUIET_S = 20.0
"""So long without any call, and what is still missing will not come."""
_OWN = ("getUpdates", "getMe")


@dataclass(frozen=True, slots=True)
class Call:
    """One call a bot made, answered at `at` (monotonic seconds)."""

    at: float
    method: str
    status: int
    chat_id: int | None
    message_id: int | None
    press_id: str | None
    text: str | None


class Ear:
    """Keeps the calls that say something to people, in order."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.calls: list[Call] = []
        self._monotonic = monotonic
        self._news = asyncio.Event()

    def hear(self, method: str, params: dict[str, Any], status: int, result: Any) -> None:
        """The door's `Hear`."""
        if method in _OWN:
            return
        made = result.get("message_id") if isinstance(result, dict) else None
        chat, press = params.get("chat_id"), params.get("callback_query_id")
        at = self._monotonic()
        self.calls.append(
            Call(at, method, status, int(chat) if chat else None, made, press, params.get("text"))
        )
        self._news.set()

    def since(self, start: int) -> Counter[str]:
        """How many went well of each method, from call number `start` on."""
        return Counter(call.method for call in self.calls[start:] if call.status == 200)

    async def until(self, done: Callable[[], bool], *, quiet_s: float = QUIET_S) -> bool:
        """Waits until `done`; False when no call came for `quiet_s`."""
        while not done():
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), quiet_s)
            except TimeoutError:
                return done()
        return True

    @property
    def too_fast(self) -> int:
        """How many calls were refused with 429."""
        return sum(call.status == 429 for call in self.calls)
