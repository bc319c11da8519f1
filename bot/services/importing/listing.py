"""The whole difference as a sheet, in private, for whoever brings a roster in: made a few lines at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.roster import Roster, RosterState
from bot.rosters.rows import HouseholdRow
from bot.rosters.streaming import XlsxStream
from bot.rosters.tables import HOUSEHOLD_HEADINGS, MEMBER_HEADINGS, Say, household_table, member_table
from bot.storage.database import Database
from bot.storage.registers.contents import row_of
from bot.storage.rosters import Line
from bot.storage.work import UnitOfWork

Speaking = Callable[[str, tzinfo], Say]
"""Language and zone → plain words."""
TAKEN_AWAY_AFTER = timedelta(hours=47)
_SLICE = 100
_TOLD = 20


class Listing:
    """`job.args`: roster, language. After a break it begins anew: nothing of it is stored before it is sent."""

    def __init__(self, database: Database, clock: Clock, speaking: Speaking) -> None:
        self._database = database
        self._speaking = speaking
        self._stream: XlsxStream | None = XlsxStream()
        self._after = 0
        self._pieces = 0
        self._content: bytes | None = None

    async def prepare(self, job: Job) -> bool:
        """The next lines; at the end the file."""
        say, language = self._say(job), job.args["language"]
        async with self._database.look() as uow:
            roster = await uow.rosters.get(int(job.args["roster"]))
            lines = await uow.rosters.lines(roster.id, self._after, _SLICE)
            refs = [line.ref for line in lines if line.ref]
            known = await uow.rosters.register(roster.kind).rows(refs) if refs else {}
        if self._stream is None:
            return True
        if not self._pieces:
            own = HOUSEHOLD_HEADINGS if roster.kind == "households" else MEMBER_HEADINGS
            lead = ("heading-row", "heading-sheet", "heading-verdict", "heading-what")
            self._stream.sheet(say("roster-differences"), [say(key) for key in (*lead, *own)])
        self._pieces += 1
        tables = _Tables(self._database, roster, say, language)
        self._stream.add([tables.cells(line, known.get(line.ref or 0)) for line in lines])
        if len(lines) == _SLICE:
            self._after = lines[-1].id
            return self._pieces % _TOLD == 0
        stream, self._stream = self._stream, None
        self._content = await asyncio.to_thread(stream.finish)
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Sends it; it is taken away again before Telegram forgets that it was ours."""
        if self._content is None:
            return True
        roster = await uow.rosters.get(int(job.args["roster"]))
        if roster.chat_id is None or roster.state is not RosterState.READY:
            return False
        name = f"{self._say(job)('roster-differences')}-{roster.id}.xlsx"
        uow.send_document(
            roster.chat_id,
            name,
            self._content,
            dedupe=f"roster-file:{roster.id}",
            now=now,
            key="roster-file",
            subject=f"roster:{roster.id}",
            protect=True,
            delete_after=TAKEN_AWAY_AFTER,
        )
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """The card says the most important part without it."""

    def _say(self, job: Job) -> Say:
        return self._speaking(job.args["language"], self._database.playbook.zone)


class _Tables:
    """Lines as cells, in the reader's words."""

    def __init__(self, database: Database, roster: Roster, say: Say, language: str) -> None:
        self._playbook, self._kind = database.playbook, roster.kind
        self._say, self._language = say, language
        own = HOUSEHOLD_HEADINGS if roster.kind == "households" else MEMBER_HEADINGS
        self._headings = [say(key) for key in own]

    def cells(self, line: Line, known: Any) -> list[str | None]:
        """Row, sheet, what it is and why, then the row itself."""
        content = line.content or {}
        told = content.get("told")
        cells = self._row(row_of(self._kind, told)) if told else [None] * len(self._headings)
        what = self._why(content) if told is None else self._changes(known, cells) if line.ref else None
        row = str(line.row) if line.row else None
        return [
            row,
            content.get("sheet"),
            self._say("roster-verdict", verdict=line.verdict.value),
            what,
            *cells,
        ]

    def _row(self, row: Any) -> list[str | None]:
        if isinstance(row, HouseholdRow):
            table = household_table([row], self._playbook, self._say, self._language)
        else:
            table = member_table([row], self._playbook, self._say, self._language)
        return list(next(iter(table.rows)))

    def _changes(self, known: Any, cells: Sequence[str | None]) -> str | None:
        if known is None:
            return None
        each = zip(self._headings, self._row(known), cells, strict=True)
        changed = [
            self._say("roster-change", what=h, old=a or "–", new=b or "–") for h, a, b in each if a != b
        ]
        return "；".join(changed) or None

    def _why(self, content: dict[str, Any]) -> str:
        if "of_row" in content:
            return self._say("row-said-before", row=str(content["of_row"]))
        return " ".join(self._say(one["key"], **one["args"]) for one in content.get("problems", ()))
