"""The process that listens to Telegram stands still, or there is none: whoever has the clock, elsewhere, tells of it.

One that listens and hears nothing tells so itself (`bot.intake.silence`); one that is frozen cannot. So it writes down
now and then that it lives, and here somebody looks whether it still does. Times of two machines are never compared: what
is looked at is whether that writing changes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.intake.silence import SILENT_S
from bot.services.upkeep import last_life, tell_heard_again, tell_silence
from bot.storage.database import Database
from bot.storage.seats import free

log = structlog.get_logger(__name__)

LOOK_S = 10.0


class StandstillWatch:
    """`listens`: does this very process listen? Then there is nothing to look at. `seat`: of the one who does."""

    def __init__(self, database: Database, clock: Clock, listens: Callable[[], bool], seat: str) -> None:
        self._database = database
        self._clock = clock
        self._listens = listens
        self._seat = seat
        self._life: datetime | None = None  # as the one who listens has written it
        self._seen_at: float | None = None  # monotonic: since then it has been the same
        self._since: datetime | None = None  # of the standstill that was told

    async def run(self) -> None:
        """For ever. Time in which this process had not the clock, or could not look, counts for nothing."""
        self._seen_at = None
        while True:
            await self._clock.sleep(LOOK_S)
            try:
                await self.look()
            except Exception:
                self._seen_at = None
                log.exception("standstill-not-told")

    async def look(self) -> None:
        """Tells of a standstill once, and of its end; another one that waits may listen instead."""
        if self._listens():
            self._seen_at = None
            return
        async with self._database.look() as uow:
            life = await last_life(uow)
        mono, now = self._clock.monotonic(), self._clock.now()
        if self._since is not None and life != self._life:
            log.info("intake-lives-again")
            async with self._database.work() as uow:
                await tell_heard_again(uow, self._since, now=now)
            self._since = None
        if self._seen_at is None or life != self._life:
            self._life, self._seen_at = life, mono
        elif self._since is None and mono - self._seen_at > SILENT_S:
            log.error("intake-stands-still", seconds=round(mono - self._seen_at))
            async with self._database.work() as uow:
                await tell_silence(uow, life or now, now=now)
            self._since = life or now
            if await free(self._database, self._seat):
                log.info("seat-freed", seat=self._seat)
