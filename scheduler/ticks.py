"""Every 30 s whatever is due happens, each kind in a transaction of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from bot.meter import METER
from bot.storage.database import Database
from scheduler import DUE, Due

log = structlog.get_logger(__name__)

TICK_S = 30
SLICES = 100
"""How often one kind may go on in one tick."""


class Ticker:
    """Asks everything that may be due. Truth is in the rows, so a tick too many or too few does no harm."""

    def __init__(self, database: Database, clock: Clock, due: Sequence[Due] = DUE) -> None:
        self._database = database
        self._clock = clock
        self._due = due
        self._scheduler: AsyncIOScheduler | None = None

    async def tick(self) -> None:
        """Once, now. One kind that fails does not keep the others from happening."""
        METER.ticks += 1
        for happen in self._due:
            try:
                await self._one(happen)
            except Exception:
                kind = getattr(happen, "__name__", "?")
                METER.ticks_failed[kind] += 1
                log.exception("tick-failed", kind=kind)

    async def _one(self, happen: Due) -> None:
        """What is done in slices goes on in further transactions, so that nobody waits long for theirs."""
        for _ in range(SLICES):
            async with self._database.work() as uow:
                more = await happen(uow, self._clock.now())
            if not more:
                return
            await asyncio.sleep(0)

    async def _on_time(self) -> None:
        """A tick that the end of the process cuts short is nothing to tell of: the next start asks again."""
        with suppress(asyncio.CancelledError):
            await self.tick()

    def start(self) -> None:
        """Ticks from now on, and at once: what fell due while nothing ran may be somebody behind a closed door."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        every = OrTrigger([DateTrigger(timezone="UTC"), IntervalTrigger(seconds=TICK_S, timezone="UTC")])
        self._scheduler.add_job(self._on_time, every, coalesce=True, max_instances=1, misfire_grace_time=None)
        self._scheduler.start()

    def stop(self) -> None:
        """Ticks no more."""
        if self._scheduler:
            self._scheduler.shutdown(wait=False)
