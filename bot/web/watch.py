"""What is known about a running Linli from the outside of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.intake.silence import SILENT_S
from bot.storage.backlog import Backlog, backlog
from bot.storage.database import Database

PATIENCE_S = 3.0
"""Whoever asks gives up after some seconds too (Prometheus after ten), and takes the process for dead."""


@dataclass
class Watch:
    """`heard_at`: monotonic seconds at which Telegram last answered a poll, or None while it never did."""

    database: Database
    clock: Clock
    heard_at: Callable[[], float | None]

    def silence(self) -> float | None:
        """Seconds since Telegram was last heard."""
        heard_at = self.heard_at()
        return None if heard_at is None else self.clock.monotonic() - heard_at

    async def waits_for(self) -> list[str]:
        """What keeps Linli from doing its work now: nothing, "telegram", "database"."""
        silence = self.silence()
        reasons = ["telegram"] if silence is None or silence > SILENT_S else []
        answers = await self.backlog() is not None and self.database.can_write
        return reasons if answers else [*reasons, "database"]

    async def backlog(self) -> Backlog | None:
        """How much waits; None where the database does not answer soon."""
        try:
            async with asyncio.timeout(PATIENCE_S), self.database.look() as uow:
                return await backlog(uow, self.clock.now())
        except Exception:  # whatever the driver raises
            return None
