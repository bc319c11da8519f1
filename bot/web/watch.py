"""What is known about a running Linli from the outside of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.intake.silence import SILENT_S
from bot.storage.backlog import Backlog, backlog
from bot.storage.database import Database


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
        try:
            await self.backlog()
            answers = self.database.can_write
        except Exception:  # whatever the driver raises: the database does not answer
            answers = False
        return reasons if answers else [*reasons, "database"]

    async def backlog(self) -> Backlog:
        """How much waits."""
        async with self.database.look() as uow:
            return await backlog(uow, self.clock.now())
