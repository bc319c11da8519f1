"""Nothing is heard from Telegram: that is told while it lasts, and once more when it is over.

After more than a day, also of not running at all, what was said at its beginning is lost, and that is told too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.services.upkeep import LISTENS, note_heard, note_life, standstill_told, tell_over, tell_standstill
from bot.storage.database import Database
from bot.storage.excuses import tell_failure

log = structlog.get_logger(__name__)

TOLD, OVER = "alert-silent", "alert-heard-again"
SILENT_S = 60.0
"""Telegram answers a long poll within half a minute; two unanswered mean that something is wrong."""
LOOK_S = 5.0
LIVES_S = 20.0
"""So often it is written down, where several processes share a database, that the one that listens lives."""
NOTED_S = 60.0
"""That it is heard is written down so often: after an outage nobody knows more exactly when it began."""


class SilenceWatch:
    """`heard_at`: monotonic seconds at which Telegram last answered; at first those at which we began to listen."""

    def __init__(self, database: Database, clock: Clock, heard_at: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._heard_at = heard_at
        self.begin()

    def begin(self) -> None:
        """This process listens from now on. What it knew of an earlier time is another's to know: it has listened since."""
        self._begun_at = self._heard_at()
        self._noted_at: float | None = None  # monotonic: what is written down was heard then
        self._lived_at: float | None = None  # monotonic: it was written down then
        self._since: datetime | None = None  # of the silence that was told, by whatever process
        self._knows = False

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._clock.sleep(LOOK_S)
            try:
                await self.look()
            except Exception as error:
                tell_failure(log, "silence-not-told", error)

    async def look(self) -> None:
        """Tells of a silence once, and of its end; notes now and then that Telegram is heard, and that we live."""
        heard_at, mono, now = self._heard_at(), self._clock.monotonic(), self._clock.now()
        if not self._knows:
            async with self._database.look() as uow:
                self._since = await standstill_told(uow, TOLD)
            self._knows = True
        if not self._database.is_sqlite and (self._lived_at is None or mono - self._lived_at >= LIVES_S):
            async with self._database.work() as uow:
                await note_life(uow, LISTENS, now=now)
            self._lived_at = mono
        if mono - heard_at > SILENT_S:
            if self._since is None:
                await self._tell_silence(now - timedelta(seconds=mono - heard_at), now)
        elif heard_at != self._begun_at and (
            self._since is not None or self._noted_at is None or heard_at - self._noted_at >= NOTED_S
        ):
            await self._note(heard_at, now - timedelta(seconds=mono - heard_at))

    async def _tell_silence(self, since: datetime, now: datetime) -> None:
        log.error("telegram-silent", seconds=round((now - since).total_seconds()))
        async with self._database.work() as uow:
            await tell_standstill(uow, TOLD, since, now=now)
        self._since = since

    async def _note(self, heard_at: float, now: datetime) -> None:
        """By monotonic time where this process has heard it before: a clock that is set forward loses nothing."""
        before = None if self._noted_at is None else now - timedelta(seconds=heard_at - self._noted_at)
        async with self._database.work() as uow:
            lost = await note_heard(uow, since=before, now=now)
            if self._since is not None:
                await tell_over(uow, TOLD, None if lost else OVER, self._since, now=now)
        if lost:
            log.error("updates-lost", why="Telegram keeps them for a day, and it was not heard for longer")
        elif self._since is not None:
            log.info("telegram-heard-again")
        self._since, self._noted_at = None, heard_at
