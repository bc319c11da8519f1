"""A roster is read and compared, a few rows at a time; what differs is kept as its lines."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.playbook import Playbook
from bot.domain.roster import Comparison, Difference, Known, Roster, RosterState, Verdict
from bot.rosters.reading import read_households, read_members
from bot.rosters.rows import Duplicate, Refused, Slice
from bot.services.jobs import start_job
from bot.storage.database import Database
from bot.storage.registers.contents import content_of
from bot.storage.registers.register import Content
from bot.storage.work import UnitOfWork

STAGED = 250
"""Lines written in one transaction."""
_KNOWN = 500
_GONE = 200
_TOLD = 20
"""So many pieces are read at most before it is told how far it is, and that somebody is at it."""
_PIECE_S = 0.015
"""Seconds of reading between two looks at what else is to be done."""


class Reading:
    """`job.args`: roster, blob. `job.cursor`: lines kept so far; after a break they are passed over."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: list[Known] = []
        self._loaded = False
        self._slices: Iterator[Slice[Any]] | None = None
        self._comparison: Comparison[Content] = Comparison(())
        self._names: set[str] = set()  # of those whose lines cannot be taken: they are not gone
        self._gone: list[Known] = []
        self._ended = False
        self._passed = 0
        self._lines: list[dict[str, Any]] = []
        self._counts: Counter[Verdict] = Counter()
        self._notes: list[dict[str, Any]] = []
        self._share = 0.0
        self._pieces = 0

    async def prepare(self, job: Job) -> bool:
        """First who is known, then the file, then who is gone."""
        number = int(job.args["roster"])
        self._pieces += 1
        if not self._loaded:
            await self._load(number, job)
        elif self._slices is not None and not self._ended:
            self._read_on(number, self._slices)
        elif self._gone:
            await self._leave(number)
        self._pass_over(job.cursor)
        enough = len(self._lines) >= STAGED or self._pieces % _TOLD == 0
        return enough or (self._ended and not self._gone)

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Keeps the lines; at the end the counts."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is not RosterState.READING:
            return False
        kept, self._lines = self._lines[: 2 * STAGED], self._lines[2 * STAGED :]
        await uow.rosters.stage(kept)
        job.cursor += len(kept)
        job.done, job.total = int(self._share * 100), 100
        self._passed += len(kept)
        if self._lines or not self._ended or self._gone:
            return True
        for verdict in Verdict:
            setattr(roster, verdict.value, self._counts[verdict])
        roster.same, roster.notes = self._comparison.same, self._notes
        roster.compared(now)
        await uow.blobs.drop(job.args["blob"])
        uow.record("roster_read", f"roster:{roster.id}", now=now, by=roster.by_id)
        await _list(uow, roster, now)
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """The file cannot be read: one line says why."""
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.state is RosterState.READING:
            roster.fail(error.key, error.args_, now)
        await uow.blobs.drop(job.args["blob"])

    async def _load(self, number: int, job: Job) -> None:
        """Who is known, some at a time; then the file is opened, which is refused at once if it is none."""
        async with self._database.look() as uow:
            roster = await uow.rosters.get(number)
            last = self._known[-1].ref if self._known else 0
            more = await uow.rosters.register(roster.kind).known(last, _KNOWN)
            self._known += more
            if len(more) == _KNOWN:
                return
            document = await uow.blobs.find(job.args["blob"])
            self._register = uow.rosters.register(roster.kind)
        if document is None:
            raise RuleError("no-roster-over")
        self._comparison, self._known, self._loaded = Comparison(self._known), [], True
        today = job.created_at.astimezone(self._database.playbook.zone).date()
        playbook = self._database.playbook
        self._slices = await asyncio.to_thread(open_roster, roster.kind, document.content, playbook, today)

    def _read_on(self, number: int, slices: Iterator[Slice[Any]]) -> None:
        until = self._clock.monotonic() + _PIECE_S
        while self._clock.monotonic() < until:
            part = next(slices, None)
            self._read(number, part)
            if part is None:
                return

    def _read(self, number: int, part: Slice[Any] | None) -> None:
        if part is None:
            self._ended = True
            for one in self._comparison.rest():
                if one.verdict is Verdict.GONE and one.known is not None:
                    self._gone.append(one.known)
                else:
                    self._keep(number, one)
            return
        self._share = part.share
        for row in part.rows:
            found = self._comparison.take(self._register.entry(row))
            if found is not None:
                self._keep(number, found, row.row, row.sheet)
        for refused in part.invalid:
            self._line(number, Verdict.INVALID, refused.row, refused_content(refused))
            if refused.name:
                self._names.add(refused.name)
        for again in part.duplicates:
            self._line(number, Verdict.DUPLICATE, again.row, duplicate_content(again))
        self._notes += [{"key": note.key, "args": dict(note.args)} for note in part.notes]

    async def _leave(self, number: int) -> None:
        """Some of those who are gone; not whose line is there and cannot be taken."""
        some, self._gone = self._gone[:_GONE], self._gone[_GONE:]
        async with self._database.look() as uow:
            roster = await uow.rosters.get(number)
            rows = await uow.rosters.register(roster.kind).rows([one.ref for one in some])
        for known in some:
            row = rows.get(known.ref)
            if row is not None and row.name not in self._names:
                self._line(number, Verdict.GONE, 0, {"told": content_of(row)}, known)

    def _keep(self, number: int, found: Difference[Content], row: int = 0, sheet: str = "") -> None:
        if found.entry is not None:
            content: dict[str, Any] = {"sheet": sheet, "told": found.entry.value}
            self._line(number, found.verdict, row, content, found.known)

    def _line(
        self, number: int, verdict: Verdict, row: int, content: dict[str, Any], known: Known | None = None
    ) -> None:
        self._counts[verdict] += 1
        line: dict[str, Any] = {"roster_id": number, "verdict": verdict, "row": row, "content": content}
        ref = {"ref": known.ref, "was": known.version} if known else {"ref": None, "was": 0}
        self._lines.append(line | ref)

    def _pass_over(self, cursor: int) -> None:
        """Lines that were kept before a break."""
        known = min(max(0, cursor - self._passed), len(self._lines))
        self._passed += known
        del self._lines[:known]


async def _list(uow: UnitOfWork, roster: Roster, now: datetime) -> None:
    """Whoever sent the file to the bot gets the whole difference as a file."""
    member = await uow.members.find(roster.by_id) if roster.chat_id is not None else None
    if member is not None and roster.changes + roster.invalid + roster.duplicate:
        subject = f"roster:{roster.id}"
        await start_job(uow, "roster_sheet", subject, now=now, roster=roster.id, language=member.language)


def open_roster(kind: str | None, data: bytes, playbook: Playbook, today: date) -> Iterator[Slice[Any]]:
    """The rows of a file, a few at a time. Raises RuleError for what is no roster."""
    if kind == "members":
        return read_members(data, playbook)
    return read_households(data, playbook, today=today)


def refused_content(refused: Refused) -> dict[str, Any]:
    """What is wrong with a line."""
    problems = [{"key": one.key, "args": dict(one.args)} for one in refused.problems]
    return {"sheet": refused.sheet, "problems": problems}


def duplicate_content(again: Duplicate) -> dict[str, Any]:
    """Of which line it is the second."""
    return {"sheet": again.sheet, "of_row": again.of_row, "of_sheet": again.of_sheet}
