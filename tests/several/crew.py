"""A crew: processes of one bot, each with its role, on one PostgreSQL, before a stand-in Telegram that keeps its limits."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import select, text

from bot.domain.case import Case
from bot.storage.database import Database
from tests.faults.people import People
from tests.storage.stores import open_database

START_S = 60
_BUSY = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_type = 'client backend' AND state <> 'idle'"
)


async def _line(process: Process) -> str:
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), START_S)
    assert line, "the process ended"
    return line.decode().strip()


async def _spawn(*command: str) -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", *command, stdin=PIPE, stdout=PIPE)


@dataclass
class Crew:
    """`born`: process numbers, in the order of their births."""

    nursery: Process
    people: People
    database: Database
    token: str
    telegram: str
    url: str
    folder: Path
    paced: bool
    born: list[int] = field(default_factory=list)

    async def births(self, *roles: str) -> list[int]:
        """Processes with these roles; returns their numbers when all of them run."""
        names = []
        for role in roles:
            names.append(f"{len(self.born)}-{role}")
            order = {
                "url": self.telegram,
                "token": self.token,
                "database": self.url,
                "role": role,
                "log": str(self.log(names[-1])),
                "paced": self.paced,
            }
            assert self.nursery.stdin is not None
            self.nursery.stdin.write(json.dumps(order).encode() + b"\n")
            self.born.append(int(await _line(self.nursery)))
        for name in names:
            await self.until(partial(self._runs, name), f"{name} runs", START_S)
        return self.born[-len(roles) :]

    def _runs(self, name: str) -> bool:
        return "linli-runs" in self.said(name)

    def holds(self, name: str, seat: str) -> bool:
        """Has this process sat down on that seat?"""
        return any("seat-held" in line and seat in line for line in self.said(name).splitlines())

    def log(self, name: str) -> Path:
        """What the process said: `0-worker`, by birth and role."""
        return self.folder / f"{name}.log"

    def said(self, name: str) -> str:
        """So far."""
        return self.log(name).read_text(encoding="utf-8") if self.log(name).exists() else ""

    def kill(self, number: int, how: signal.Signals = signal.SIGKILL) -> None:
        """It is dead in the middle of whatever it did; or told something else."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, how)

    @asynccontextmanager
    async def asleep(self, number: int) -> AsyncIterator[None]:
        """It stands still, with nothing in hand that anybody would have to wait for; then it goes on."""
        try:
            async with asyncio.timeout(START_S):
                while await self._stopped_at_work(number):
                    self.kill(number, signal.SIGCONT)
                    await asyncio.sleep(0.05)
            yield
        finally:
            self.kill(number, signal.SIGCONT)

    async def _stopped_at_work(self, number: int) -> bool:
        self.kill(number, signal.SIGSTOP)
        async with self.database.look() as uow:
            return bool(await uow.session.scalar(_BUSY))

    async def until(self, happened: Callable[[], object], what: str, seconds: float = 30) -> float:
        """Waits for it; returns how long that took."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while not happened():
            assert loop.time() - began < seconds, f"waited {seconds} s: {what}"
            await asyncio.sleep(0.02)
        return loop.time() - began


@asynccontextmanager
async def crew(folder: Path, url: str, *, limits: bool = True) -> AsyncIterator[Crew]:
    """Nobody is born yet."""
    free = () if limits else ("--no-limits",)
    sandbox, nursery = await asyncio.gather(
        _spawn("bot", "sandbox", "--port", "0", *free), _spawn("tests.several.nursery")
    )
    telegram, token = (await _line(sandbox)).split()
    assert await _line(nursery) == "ready"
    people, database = People(telegram), open_database(url)
    try:
        await people.open()
        yield Crew(nursery, people, database, token, telegram, url, folder, limits)
    finally:
        await people.close()
        await database.close()
        for process in (nursery, sandbox):
            assert process.stdin is not None
            process.stdin.close()
            await asyncio.wait_for(process.wait(), 10)


async def in_order(database: Database) -> bool:
    """In each group the reports became cases in the order they were said in."""
    async with database.look() as uow:
        cases = (await uow.session.scalars(select(Case).order_by(Case.id))).all()  # type: ignore[arg-type]
    said: dict[int | None, list[int]] = {}
    for case in cases:
        number = re.search(r"第(\d+)次", case.text)
        assert number is not None
        said.setdefault(case.origin_chat_id, []).append(int(number[1]))
    return all(numbers == sorted(numbers) for numbers in said.values())
