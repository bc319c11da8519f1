"""After a roster of households: families whose old person is known only now are joined to the household."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.services.families import join_household
from bot.storage.database import Database
from bot.storage.work import UnitOfWork

SLICE = 20
"""Links of one transaction: two or three questions each."""


class Joining:
    """`job.cursor`: the last link that was looked at."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Nothing is remembered between two slices."""

    async def prepare(self, job: Job) -> bool:
        """Everything is in the links."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next links."""
        links = await uow.kin.unjoined(job.cursor, SLICE)
        for link in links:
            await join_household(uow, link)
            job.cursor = link.id or 0
        return len(links) == SLICE

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """The next roster tries again."""
