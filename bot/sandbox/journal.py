"""What changed, for whoever watches the people's side live."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.sandbox.refusals import Json


class Journal:
    """A revision that grows with every change, and the watchers told of each."""

    def __init__(self) -> None:
        self.revision = 0
        self._watchers: set[asyncio.Queue[Json | None]] = set()

    def note(self, kind: str, content: Callable[[], dict[str, Any]]) -> None:
        """One change; `content` is only asked for when somebody watches."""
        self.revision += 1
        if not self._watchers:
            return
        event = {"rev": self.revision, "type": kind, **content()}
        for watcher in self._watchers:
            watcher.put_nowait(event)

    def watch(self) -> asyncio.Queue[Json | None]:
        """A queue that gets every change from now on."""
        watcher: asyncio.Queue[Json | None] = asyncio.Queue()
        self._watchers.add(watcher)
        return watcher

    def close(self) -> None:
        """Every watcher hears the end (None)."""
        for watcher in self._watchers:
            watcher.put_nowait(None)

    def unwatch(self, watcher: asyncio.Queue[Json | None]) -> None:
        """No more changes for this one."""
        self._watchers.discard(watcher)
