"""Beside the running bot: a backup every day, and the list of who must stay forgotten, always up to date."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import time
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.domain.backup import is_due
from bot.storage.backups import newest_in
from bot.storage.database import Database
from bot.storage.excuses import tell_failure
from bot.storage.forgotten import last_erasure, note_erasures

log = structlog.get_logger(__name__)

LOOK_S = 30.0
AGAIN_S = 1800.0
"""After a failure, so that a full disk is not written on without end, nor the log."""


class Nightly:
    """One backup for each day; a day that was missed is made up for once. Keeps no other work waiting."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        folder: Path,
        at: time,
        make: Callable[[], Awaitable[str | None]] | None = None,
    ) -> None:
        """`make`: makes a backup into the folder and says what went wrong, if anything."""
        self._database = database
        self._clock = clock
        self._folder = folder
        self._at = at
        self._make = make or back_up_apart
        self._not_before = self._silent_until = 0.0
        self._noted: int | None = None

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._clock.sleep(LOOK_S)
            try:
                await self.look()
            except Exception as error:
                self._tell(error)

    async def look(self) -> None:
        """Whatever is due now."""
        await self._note()
        zone = self._database.playbook.zone
        now = self._clock.now()
        newest = await asyncio.to_thread(newest_in, self._folder, now)
        if self._clock.monotonic() < self._not_before or not is_due(newest, self._at, zone, now):
            return
        if wrong := await self._make():
            self._not_before = self._clock.monotonic() + AGAIN_S
            log.error("backup-failed", why=wrong)
        else:
            log.info("backup-made")

    def _tell(self, error: Exception) -> None:
        if (now := self._clock.monotonic()) < self._silent_until:
            return
        self._silent_until = now + AGAIN_S
        if isinstance(error, OSError):
            log.warning("backups-failed", why=str(error))
        else:
            tell_failure(log, "backups-failed", error)

    async def _note(self) -> None:
        """Whoever was erased since the last look is on the list beside the backups within the minute."""
        async with self._database.look() as uow:
            last = await last_erasure(uow, self._noted or 0)
            if self._noted is None or last is not None:
                await note_erasures(uow, self._folder)
        self._noted = last or self._noted or 0


async def back_up_apart() -> str | None:
    """`linli backup --nightly` as a process of its own, so that nobody waits for it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "backup", "--nightly",
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        _, said = await process.communicate()
    except asyncio.CancelledError:
        process.terminate()
        await process.wait()
        raise
    if process.returncode == 0:
        return None
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"it ended with {process.returncode}"
