"""A compared roster is written, some lines a time; what each row was before is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.roster import RosterState, Verdict
from bot.services.jobs import start_job
from bot.services.listed import note_doors, note_volunteers
from bot.services.visits.planning import plan_people
from bot.storage.database import Database
from bot.storage.registers.register import Image
from bot.storage.rosters import CHANGING, Line, Registers
from bot.storage.work import UnitOfWork

SLICE = 200
"""Lines of one transaction: some 30 ms on a slow machine."""


class Applying:
    """`job.args`: roster. `job.cursor`: the last line that is dealt with."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Nothing is remembered between two slices."""

    async def prepare(self, job: Job) -> bool:
        """Everything is in the lines."""
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """The next lines; at the end it can be taken back."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is not RosterState.APPLYING:
            return False
        lines = await uow.rosters.lines(roster.id, job.cursor, SLICE, CHANGING)
        if not lines:
            roster.applied(uow.playbook.limits.roster_undo, now)
            counts = {one.value: getattr(roster, one.value) for one in CHANGING}
            uow.record("roster_applied", f"roster:{roster.id}", now=now, by=job.args.get("by"), **counts)
            if roster.kind == "households":
                await start_job(uow, "roster_families", "families", now=now)
            return False
        written = await _write(uow, uow.rosters.register(roster.kind), lines, now)
        roster.skipped += len(lines) - written
        job.cursor, job.done = lines[-1].id, job.done + len(lines)
        return True

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """What is written so far can be taken back."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is RosterState.APPLYING:
            roster.applied(uow.playbook.limits.roster_undo, now)


async def _write(uow: UnitOfWork, register: Registers, lines: Sequence[Line], now: datetime) -> int:
    """How many of them; those whose row somebody changed since they were compared are left as they are."""
    refs = [line.ref for line in lines if line.ref is not None]
    versions = await register.versions(refs) if refs else {}
    fit = [line for line in lines if line.ref is None or versions.get(line.ref) == line.was]
    again = [line for line in fit if line.ref is not None]
    images = await register.images([line.ref for line in again if line.ref]) if again else {}
    changed = {
        line.ref: line.content["told"] for line in again if line.verdict is not Verdict.GONE and line.ref
    }
    if changed:
        await register.change(changed, now)
    if gone := [line.ref for line in again if line.verdict is Verdict.GONE and line.ref]:
        await register.leave(gone, now)
    fresh = [line for line in fit if line.ref is None]
    puts = await register.insert([line.content["told"] for line in fresh], now) if fresh else []
    values = [_became(line, line.ref, (line.was or 0) + 1, None, images.get(line.ref or 0)) for line in again]
    values += [
        _became(line, put.ref, put.version, put.door, None) for line, put in zip(fresh, puts, strict=True)
    ]
    await uow.rosters.write(values)
    touched = [one["ref"] for one in values]
    if register.kind == "dweller":
        await plan_people(uow, touched, now=now)
        if gone:
            await note_doors(uow, gone, now=now)
    elif again:
        await note_volunteers(uow, touched, now=now)
    return len(fit)


def _became(
    line: Line, ref: int | None, version: int, door: int | None, before: Image | None
) -> dict[str, Any]:
    return {"at_": line.id, "ref": ref, "became": version, "made_door": door, "before": before}
