"""A hundred people claim one task at the same moment, in three processes on one PostgreSQL: each round has one winner."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.task import TaskState
from bot.services.claims import release_task
from bot.storage.database import Database
from tests.services.doing import helper, reported
from tests.several.racer import WON
from tests.storage.stores import NOW, open_database

PROCESSES, CLAIMS = 3, 100


@dataclass
class Seen:
    """`winners`: number of winners of a round → rounds; `wrong`: what must not be, in words."""

    rounds: int = 0
    winners: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


async def _line(process: Process) -> str:
    assert process.stdout is not None
    line = await process.stdout.readline()
    assert line, "a racer ended"
    return line.decode().strip()


@asynccontextmanager
async def _racers(url: str) -> AsyncIterator[list[Process]]:
    command = (sys.executable, "-m", "tests.several.racer", url)
    racers = [
        await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE) for _ in range(PROCESSES)
    ]
    try:
        for one in racers:
            assert await _line(one) == "ready"
        yield racers
    finally:
        for one in racers:
            assert one.stdin is not None
            one.stdin.close()
            await one.wait()


async def race(url: str, rounds: int) -> AsyncIterator[Seen]:
    """So many rounds on a migrated, empty database; what was seen so far, after each."""
    database, seen = open_database(url), Seen()
    async with _racers(url) as racers:
        async with database.work() as uow:
            members = [(await helper(uow, f"队员{number}")).id or 0 for number in range(CLAIMS)]
        for _ in range(rounds):
            await _round(database, racers, members, seen)
            yield seen
    await database.close()


async def _round(database: Database, racers: list[Process], members: list[int], seen: Seen) -> None:
    async with database.work() as uow:
        _, task = await reported(uow, None)
    for number, one in enumerate(racers):
        assert one.stdin is not None
        order = {"task": task.id, "members": members[number::PROCESSES]}
        one.stdin.write(json.dumps(order).encode() + b"\n")
    told: Counter[str] = Counter()
    for one in racers:
        told.update(json.loads(await _line(one)))
    async with database.look() as uow:
        found = await uow.tasks.get(task.id)
    seen.rounds += 1
    seen.winners[told[WON]] += 1
    if told != {WON: 1, "no-already-claimed": CLAIMS - 1}:
        seen.wrong.append(f"T{task.id}: they were told {dict(told)}")
    if len(found.holders) != 1 or found.state is not TaskState.CLAIMED:
        seen.wrong.append(f"T{task.id}: {len(found.holders)} hold it, {found.state}")
    async with database.work() as uow:  # so that nobody's hands are full in the next round
        for holding in found.holders:
            await release_task(uow, task.id or 0, await uow.members.get(holding.member_id), now=NOW)
