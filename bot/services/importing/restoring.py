"""An applied roster is taken back, some lines a time: every row is what it was before, to the last byte."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.roster import RosterState
from bot.services.importing.applying import SLICE
from bot.services.jobs import start_job
from bot.storage.database import Database
from bot.storage.rosters import CHANGING
from bot.storage.work import UnitOfWork


class Restoring:
    """`job.args`: roster. `job.cursor`: the last line that is dealt with."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Nothing is remembered between two slices."""

    async def prepare(self, job: Job) -> bool:
        """Everything is in the lines."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next lines; whatever somebody changed since it was taken back is left as it is."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is not RosterState.UNDOING:
            return False
        lines = await uow.rosters.lines(roster.id, job.cursor, SLICE, CHANGING)
        if not lines:
            roster.undone(now)
            uow.record("roster_undone", f"roster:{roster.id}", now=now, by=job.args.get("by"))
            if roster.kind == "households":
                await start_job(uow, "roster_families", "families", now=now)
            return False
        register = uow.rosters.register(roster.kind)
        written = [line for line in lines if line.ref is not None and line.became is not None]
        versions = await register.versions([line.ref for line in written if line.ref]) if written else {}
        fit = [line for line in written if versions.get(line.ref or 0) == line.became]
        await register.restore({line.ref: line.before for line in fit if line.ref and line.before})
        await register.remove([line.ref for line in fit if line.ref and not line.before])
        await register.drop_doors([line.made_door for line in fit if line.made_door])
        roster.skipped += len(written) - len(fit)
        job.cursor, job.done = lines[-1].id, job.done + len(lines)
        return True

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """It can be tried again: what was taken back already is passed over then."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is RosterState.UNDOING:
            roster.state = RosterState.APPLIED
