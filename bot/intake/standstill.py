"""A process that has a seat stands still, or nobody sits there: the others tell of it, and free the seat for another.

One that is frozen cannot tell. So whoever listens to Telegram, and whoever has the clock, writes down now and then that
it lives, and in every process somebody looks whether it still does. Times of two machines are never compared: what is
looked at is whether that writing changes. Several processes may see it; one of them acts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.intake.silence import OVER, SILENT_S, TOLD
from bot.services.upkeep import LISTENS, TICKS, last_life, standstill_told, tell_over, tell_standstill
from bot.storage.database import Database
from bot.storage.excuses import tell_failure
from bot.storage.seats import free

log = structlog.get_logger(__name__)

LOOK_S = 10.0


@dataclass(frozen=True)
class Watched:
    """Work of which one process at a time gives signs of life (`lives`).

    `still_s`: seconds without one after which it stands still; `told`, `over`: what admins hear then.
    """

    lives: str
    still_s: float
    told: str
    over: str


LISTENING = Watched(LISTENS, SILENT_S, TOLD, OVER)
CLOCK = Watched(TICKS, 120.0, "alert-clock-stopped", "alert-clock-again")
"""It ticks every half minute; a tick that has much to do gives signs of life in between."""


class StandstillWatch:
    """Of one seat. `mine`: does this very process look after itself? Then there is nothing to look at."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        watched: Watched,
        seat: str,
        mine: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database = database
        self._clock = clock
        self._watched = watched
        self._seat = seat
        self._mine = mine
        self._life: datetime | None = None  # as the one who sits there has written it
        self._looked_at: float | None = None  # monotonic
        self._seen_at: float | None = None  # monotonic: since then it has been the same
        self._since: datetime | None = None  # of the standstill that was told, by whatever process
        self._knows = False

    async def run(self) -> None:
        """For ever. Time in which this process could not look, or stood still itself, counts for nothing."""
        while True:
            await self._clock.sleep(LOOK_S)
            try:
                await self.look()
            except Exception as error:
                self._seen_at = None
                tell_failure(log, "standstill-not-told", error)

    async def look(self) -> None:
        """Tells of a standstill once, and of its end; another one that waits may sit down instead."""
        mono, now = self._clock.monotonic(), self._clock.now()
        slept = self._looked_at is not None and mono - self._looked_at > 3 * LOOK_S
        self._looked_at = mono
        if slept or self._mine():
            self._seen_at = None
        if self._mine():
            self._knows = False  # what happens meanwhile is seen by who sits there
            return
        async with self._database.look() as uow:
            life = await last_life(uow, self._watched.lives)
            if not self._knows:
                self._life, self._since = life, await standstill_told(uow, self._watched.told)
        self._knows = True
        if self._since is not None and life != self._life:
            log.info("seat-lives-again", seat=self._seat)
            async with self._database.work() as uow:
                await tell_over(uow, self._watched.told, self._watched.over, self._since, now=now)
            self._since = None
        if self._seen_at is None or life != self._life:
            self._life, self._seen_at = life, mono
        elif self._since is None and mono - self._seen_at > self._watched.still_s:
            log.error("seat-stands-still", seat=self._seat, seconds=round(mono - self._seen_at))
            self._since = await self._act(now)

    async def _act(self, now: datetime) -> datetime | None:
        """The first who sees it; the next sign of life is another's, and what is written then another standstill.

        Since when it is told to be.
        """
        async with self._database.work() as uow:
            if not await uow.occurrences.first(f"{self._seat} still:{self._life or 0}", now):
                return await standstill_told(uow, self._watched.told)
            await tell_standstill(uow, self._watched.told, self._life or now, now=now)
            if await free(uow.session, self._seat):
                log.info("seat-freed", seat=self._seat)
        return self._life or now
