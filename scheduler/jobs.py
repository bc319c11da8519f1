"""Does long work a slice at a time, every job in its turn, so that presses are answered in between."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import partial

import structlog

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job, JobState
from bot.rosters.tables import Say
from bot.services import importing
from bot.services.importing.listing import Listing
from bot.services.jobs import Kind, Work, do_slice, fail_job, stumble_job
from bot.services.notices import expanding, knocking
from bot.services.proving import Proving
from bot.services.questions import calling_off
from bot.services.sending import Sending
from bot.services.visits.sheets import SheetPrinting
from bot.storage.conflicts import is_conflict
from bot.storage.database import Database
from bot.storage.excuses import Excuses, tell_failure, why
from bot.ui.i18n import words_for

log = structlog.get_logger(__name__)


def _speaking(language: str, zone: tzinfo) -> Say:
    return words_for(language, zone).plain


def _on_that_day(language: str, zone: tzinfo, at: datetime) -> Say:
    return words_for(language, zone).at(at).plain


KINDS: Mapping[str, Kind] = {
    **importing.KINDS,
    **expanding.KINDS,
    **knocking.KINDS,
    **calling_off.KINDS,
    "roster_sheet": partial(Listing, speaking=_speaking),
    "proof": partial(Proving, speak=_on_that_day),
    "export": partial(Sending, speaking=_speaking),
    "visit_sheet": partial(SheetPrinting, speaking=_speaking),
}
"""Name of a kind of job → how it is done."""
IDLE_S = 1.0
_PIECES = 8
"""So often at most something is prepared, others being let in between, before it is asked what else there is to do."""
SHOWN_EVERY_S = 3.0
"""How often a progress card is shown anew at most."""


class JobRunner:
    """The one of this process."""

    def __init__(self, database: Database, clock: Clock, kinds: Mapping[str, Kind] = KINDS) -> None:
        self._database = database
        self._clock = clock
        self._kinds = kinds
        self.lease = secrets.token_hex(8)
        self._open: dict[int, tuple[Job, Work]] = {}
        self._shown: dict[int, float] = {}
        self._excuses = Excuses()
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something may have been asked for."""
        self._wake.set()

    async def recover(self) -> None:
        """No other process is at work: what a dead one had in hand is gone on with at once."""
        async with self._database.work() as uow:
            await uow.jobs.take_back()

    async def run(self) -> None:
        """For ever."""
        while True:
            self._wake.clear()
            try:
                busy = await self.round()
            except Exception as error:
                tell_failure(log, "jobs-failed", error)
                busy = False
                await self._clock.sleep(IDLE_S)
            if busy:
                await asyncio.sleep(0)
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(IDLE_S):
                    await self._wake.wait()

    async def drain(self) -> int:
        """Until nothing is left to do now; how many slices that were."""
        count = 0
        while await self.round():
            count += 1
        return count

    async def finish(self, number: int) -> AsyncIterator[Job]:
        """Does one job to its end, as it is after each slice."""
        while True:
            got_on = await self._one(number)
            async with self._database.look() as uow:
                job = await uow.jobs.find(number)
            if job is None or job.state is not JobState.WAITING:
                return
            yield job
            if job.not_before is not None or not got_on:
                await self._clock.sleep(IDLE_S)

    async def round(self) -> bool:
        """A slice of every job; False where nothing could be done."""
        async with self._database.look() as uow:
            numbers = await uow.jobs.waiting(self.lease, self._clock.now())
        for number in [one for one in self._open if one not in numbers]:
            self._close(number)
        return any([await self._one(number) for number in numbers])

    async def _one(self, number: int) -> bool:
        """A slice of it. False where there was none to be done, for somebody else does it or the database cannot."""
        job, work = self._open.get(number) or await self._take_up(number)
        try:
            for _ in range(_PIECES):
                if await work.prepare(job):
                    state = await self._slice(number, job, work)
                    if state is not JobState.WAITING:
                        self._close(number)
                    return state is not JobState.CANCELLED
                await asyncio.sleep(0)
        except RuleError as error:
            self._close(number)
            async with self._database.work() as uow:
                await fail_job(uow, number, work, error, self.lease, now=self._clock.now())
        except Exception as error:
            self._close(number)
            if is_conflict(error) or self._excuses.excuse(number, error):
                log.warning("job-waits", kind=job.kind, job=number, why=why(error))
                return False  # taken up anew from its row, after a moment
            log.error("job-failed", kind=job.kind, job=number, exc_info=error)
            async with self._database.work() as uow:
                await stumble_job(uow, number, work, self.lease, now=self._clock.now())
        return True

    async def _take_up(self, number: int) -> tuple[Job, Work]:
        async with self._database.look() as uow:
            job = await uow.jobs.find(number)
        if job is None:
            raise LookupError(f"there is no job {number}")
        self._open[number] = job, self._kinds[job.kind](self._database, self._clock)
        return self._open[number]

    async def _slice(self, number: int, job: Job, work: Work) -> JobState:
        async with self._database.work() as uow:
            state = await do_slice(uow, number, work, self.lease, now=self._clock.now())
            if self._clock.monotonic() - self._shown.get(number, 0.0) >= SHOWN_EVERY_S:
                self._shown[number] = self._clock.monotonic()
                uow.touch(job.subject)
        self._excuses.forget(number)
        return state

    def _close(self, number: int) -> None:
        self._open.pop(number, None)
        self._shown.pop(number, None)
