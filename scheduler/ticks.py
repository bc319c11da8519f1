"""Every 30 s whatever is due happens, each kind that has something to do in a transaction of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from bot.meter import METER
from bot.services.upkeep import TICKS, note_life
from bot.storage.conflicts import again_on_conflict
from bot.storage.database import Database
from bot.storage.excuses import tell_failure
from bot.storage.work import UnitOfWork
from scheduler import DUE, Due

log = structlog.get_logger(__name__)

TICK_S = 30
LIVES_S = 20.0
SLICES = 100
"""How often one kind may go on in one tick."""
SHARED_S = 0.02
"""So long a transaction may be shared by kinds that have nothing to do: whoever wants to write waits for it."""


class Ticker:
    """Asks everything that may be due. Truth is in the rows, so a tick too many or too few does no harm."""

    def __init__(self, database: Database, clock: Clock, due: Sequence[Due] = DUE) -> None:
        self._database = database
        self._clock = clock
        self._due = due
        self._scheduler: AsyncIOScheduler | None = None
        self._under_way: asyncio.Task[None] | None = None
        self._lived_at = -LIVES_S

    async def tick(self) -> None:
        """Once, now. One kind that fails does not keep the others from happening."""
        METER.ticks += 1
        left, slices = list(self._due), 0
        await self._live()
        while left:
            asked: list[Due] = []
            more = False
            try:
                more = await again_on_conflict(partial(self._transact, left, asked))
            except Exception as error:
                asked = asked or left[:1]
                kind = getattr(asked[-1], "__name__", "?")
                METER.ticks_failed[kind] += 1
                tell_failure(log, "tick-failed", error, kind=kind)
            slices = slices + 1 if more else 0
            del left[: len(asked) - (more and slices < SLICES)]
            await asyncio.sleep(0)
            await self._live()

    async def _live(self) -> None:
        """Where other processes may tick instead it is written down now and then that this one does not stand still."""
        if self._database.is_sqlite or self._clock.monotonic() - self._lived_at < LIVES_S:
            return
        try:
            async with self._database.work() as uow:
                await note_life(uow, TICKS, now=self._clock.now())
        except Exception as error:
            tell_failure(log, "life-not-noted", error)
        else:
            self._lived_at = self._clock.monotonic()

    async def _on_time(self) -> None:
        """A tick that the end of the process cuts short is nothing to tell of: the next start asks again."""
        self._under_way = asyncio.current_task()
        with suppress(asyncio.CancelledError):
            await self.tick()

    async def _transact(self, left: Sequence[Due], asked: list[Due]) -> bool:
        asked.clear()
        async with self._database.work() as uow:
            return await self._ask(uow, left, asked)

    async def _ask(self, uow: UnitOfWork, left: Sequence[Due], asked: list[Due]) -> bool:
        """One transaction: kind after kind until one has changed something; most have nothing to do.

        Returns whether the last of those `asked` goes on in a further one, so that nobody waits long for theirs.
        """
        until = self._clock.monotonic() + SHARED_S
        for happen in left:
            asked.append(happen)
            more = await happen(uow, self._clock.now())
            if more or await uow.wrote() or self._clock.monotonic() > until:
                return bool(more)
        return False

    def start(self) -> None:
        """Ticks from now on, and at once: what fell due while nothing ran may be somebody behind a closed door."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        every = OrTrigger([DateTrigger(timezone="UTC"), IntervalTrigger(seconds=TICK_S, timezone="UTC")])
        self._scheduler.add_job(self._on_time, every, coalesce=True, max_instances=1, misfire_grace_time=None)
        self._scheduler.start()

    async def stop(self) -> None:
        """Ticks no more. The tick under way is cut short, and has let go of its connection when this returns."""
        if self._scheduler:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # only then does it cancel
        if self._under_way is not None:
            await asyncio.wait([self._under_way])
