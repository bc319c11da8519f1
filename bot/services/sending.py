"""A list somebody asked for is made a slice at a time, and sent to them alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta, tzinfo
from itertools import count

from bot.clock import Clock
from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.rights import Verb, may
from bot.rosters.streaming import XlsxStream
from bot.rosters.tables import Say, stamp_of
from bot.services.exported import Row
from bot.services.exporting import Cells, Export
from bot.storage.database import Database
from bot.storage.machinery import Fate
from bot.storage.work import UnitOfWork

Speaking = Callable[[str, tzinfo], Say]
_SLICE, _TOLD = 100, 20
TAKEN_AWAY_AFTER = timedelta(hours=47)


class Sending:
    """`job.args`: as `ask_export` gives them. After a break it begins anew: nothing is stored before it is sent."""

    def __init__(self, database: Database, clock: Clock, speaking: Speaking) -> None:
        self._database, self._speaking = database, speaking
        self._stream = XlsxStream()
        self._rows: AsyncIterator[tuple[Row, Cells]] | None = None
        self._pieces = count(1)
        self._content: bytes | None = None

    async def prepare(self, job: Job) -> bool:
        """The next rows; at the end the file."""
        if self._content is not None:
            return True
        if self._rows is None:
            self._rows = self._begin(job)
        part: list[Cells] = []
        async for _, cells in self._rows:
            part.append(cells)
            if len(part) == _SLICE:
                self._stream.add(part)
                return next(self._pieces) % _TOLD == 0
        self._stream.add(part)
        self._content = await asyncio.to_thread(self._stream.finish)
        return True

    async def step(self, uow: UnitOfWork, job: Job, *, now: datetime) -> bool:
        """Sends it, if they still may have it; it is taken away again within 47 h."""
        if self._content is None:
            return True
        chat, full = int(job.args["chat"]), bool(job.args["reason"])
        member = (await uow.members.by_telegram([chat])).get(chat)
        if member is None or not may(member, Verb.EXPORT_FULL if full else Verb.EXPORT):
            return False
        uow.send_document(
            chat,
            f"{job.args['list']}-{job.id}.xlsx",
            self._content,
            dedupe=f"export:{job.id}",
            now=now,
            key="export-file-full" if full else "export-file",
            protect=full,
            delete_after=TAKEN_AWAY_AFTER,
            fate=Fate.PARK if full else None,
        )
        return False

    async def fail(self, uow: UnitOfWork, job: Job, error: RuleError, *, now: datetime) -> None:
        """They hear that it did not work."""
        chat = int(job.args["chat"])
        uow.say(chat, error.key, dedupe=f"export-failed:{job.id}", now=now, **error.args_)

    def _begin(self, job: Job) -> AsyncIterator[tuple[Row, Cells]]:
        zone, reason = self._database.playbook.zone, job.args["reason"]
        say = self._speaking(job.args["language"], zone)
        full, language = bool(reason), job.args["language"]
        export = Export(
            self._database, job.args["list"], full=full, say=say, language=language, now=job.created_at
        )
        at = job.created_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        stamp = stamp_of(say, by=job.args["name"], reason=reason or "–", at=at)
        self._stream.sheet(job.args["list"], export.headings, stamp=stamp)
        return export.rows()
