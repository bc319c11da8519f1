"""Nothing is heard from Telegram: that is told while it lasts, and once more when it is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.services.upkeep import tell_heard_again, tell_silence
from bot.storage.database import Database

log = structlog.get_logger(__name__)

SILENT_S = 60.0
"""Telegram answers a long poll within half a minute; two unanswered mean that something is wrong."""
LOOK_S = 5.0


class SilenceWatch:
    """`heard_at`: monotonic seconds at which Telegram last answered."""

    def __init__(self, database: Database, clock: Clock, heard_at: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._heard_at = heard_at
        self._since: datetime | None = None  # of the silence that was told

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._clock.sleep(LOOK_S)
            try:
                await self.look()
            except Exception:
                log.exception("silence-not-told")

    async def look(self) -> None:
        """Tells of a silence once, and of its end."""
        silent_s, now = self._clock.monotonic() - self._heard_at(), self._clock.now()
        if self._since is None and silent_s > SILENT_S:
            since = now - timedelta(seconds=silent_s)
            log.error("telegram-silent", seconds=round(silent_s))
            async with self._database.work() as uow:
                await tell_silence(uow, since, now=now)
            self._since = since
        elif self._since is not None and silent_s <= SILENT_S:
            log.info("telegram-heard-again")
            async with self._database.work() as uow:
                await tell_heard_again(uow, self._since, now=now)
            self._since = None
