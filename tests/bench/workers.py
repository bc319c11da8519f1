"""How much more two workers on PostgreSQL deal with than one: reports that wait in the inbox, nothing else going on."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.domain.chat import Chat
from bot.domain.consent import TEXT
from bot.domain.member import Member
from bot.domain.place import Place
from bot.storage.database import Database
from bot.storage.machinery import InboxState, inbox
from tests.bench.figures import Figure, at_least
from tests.faults.crowd import COMPOUND, WORDS
from tests.postgres import fresh_database, postgres_server
from tests.several.crew import crew
from tests.storage.stores import migrate_now

NAME = "workers"
PEOPLE = 40
AIM = 1.5


async def measure(short: bool) -> list[Figure]:
    """One worker, then two, each on a database of its own."""
    reports = 200 if short else 1000
    with postgres_server() as server:
        speeds = [await _speed(server, workers, reports) for workers in (1, 2)]
    figures = [
        Figure(NAME, f"{workers} on PostgreSQL", speed, "updates/s")
        for workers, speed in enumerate(speeds, 1)
    ]
    return [*figures, at_least(NAME, "two : one", speeds[1] / speeds[0], AIM, "×")]


async def _speed(server: str, workers: int, reports: int) -> float:
    url = fresh_database(server)
    await asyncio.to_thread(migrate_now, url)
    with tempfile.TemporaryDirectory() as folder:
        async with crew(Path(folder), url, limits=False) as them:
            await _move_in(them.database)
            await them.births(*["worker"] * workers)
            await _fill(them.database, 1, 40)  # what is read for the first time is not measured
            await _empty(them.database)
            await _fill(them.database, 41, reports)
            began = time.monotonic()
            await _empty(them.database)
            return reports / (time.monotonic() - began)


async def _move_in(database: Database) -> None:
    now, buildings = datetime.now(UTC), [building.name for building in COMPOUND.buildings]
    async with database.work() as uow:
        for number in range(PEOPLE):
            member = Member(100 + number, f"居民{number}", started_at=now, consented=TEXT)
            member.settle_at(Place(COMPOUND.name, buildings[number % len(buildings)]), now)
            uow.add(member)
            chat = Chat(_group(number), f"{number}群", hears_all=True)
            chat.bind_building(COMPOUND.name, buildings[number % len(buildings)], None, now)
            uow.add(chat)


def _group(number: int) -> int:
    return -1_000_000_000_100 - number


async def _fill(database: Database, first: int, count: int) -> None:
    now = datetime.now(UTC)
    rows = [_row(number, now) for number in range(first, first + count)]
    async with database.work() as uow:
        await uow.inbox.file(rows)


def _row(number: int, now: datetime) -> dict[str, Any]:
    group, person = _group(number % PEOPLE), 100 + number % PEOPLE
    message = {
        "message_id": number,
        "date": int(now.timestamp()),
        "chat": {"id": group, "type": "supergroup", "title": "群"},
        "from": {"id": person, "is_bot": False, "first_name": "居民", "language_code": "zh-hans"},
        "text": f"/report {WORDS}，第{number}次",
        "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
    }
    return {
        "bot_id": 7_000_000_001,
        "update_id": number,
        "lane": str(group),
        "payload": {"update_id": number, "message": message},
        "state": InboxState.PENDING,
        "attempts": 0,
        "received_at": now,
        "done_at": None,
    }


async def _empty(database: Database) -> None:
    """Until nothing waits."""
    while True:
        async with database.look() as uow:
            waits = select(func.count()).select_from(inbox).where(inbox.c.state == InboxState.PENDING)
            if not await uow.session.scalar(waits):
                return
        await asyncio.sleep(0.05)
