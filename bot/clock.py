"""The one place that knows what time it is."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time that can be moved, and monotonic time that cannot.

    Dates, deadlines and reminders use `now()`; pacing, time-outs and the age of a toast use `monotonic()`, so that
    moving the wall clock (a demo's "+1 day", a server's clock step) never bends a rate limit.
    """

    def __init__(self, start: datetime | None = None) -> None:
        """`start`: an aware instant to stand still at until moved; without it, the machine's own clock."""
        self._frozen = start
        self._moved = timedelta()

    def now(self) -> datetime:
        """Aware UTC wall time."""
        return (self._frozen or datetime.now(UTC)) + self._moved

    def move(self, by: timedelta) -> None:
        """Let `by` pass at once."""
        self._moved += by

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return time.monotonic()

    def worked(self) -> float:
        """Seconds for which this thread has had a processor: what others do on the machine does not count."""
        return time.thread_time()

    async def sleep(self, seconds: float) -> None:
        """Real seconds, whatever the wall clock shows."""
        await asyncio.sleep(seconds)
