"""One campaign: people go on acting while the bot is killed again and again; then everything is counted."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from bot.storage.database import Database
from bot.storage.machinery import inbox
from tests.faults.checking import check, pending
from tests.faults.crowd import Crowd
from tests.faults.people import People
from tests.faults.processes import Nursery, Telegram
from tests.storage.stores import migrate_now, open_database

MOST_DEEDS = 16
"""A life ends after so many things the bot does at most, or …"""
LONGEST_S = 4.0
"""… after so many seconds: on a busy machine it needs longer for them."""
BETWEEN_ACTS_S = 0.03
MOST_ACTS = 10
"""People do no more than that in one life, lest on a busy machine they only pile up what nobody deals with."""
MOST_UNHEARD = 60
"""Nor anything while so much of it has not been heard: Telegram forgets a press after two and a half minutes."""
REST_S = 300
"""Nothing has moved for so long: it never will. On PostgreSQL what a dead bot had in hand waits for some time."""


@dataclass
class Report:
    """What a campaign saw. `wrong`: every promise that was broken."""

    kills: int = 0
    acts: int = 0
    reports: int = 0
    presses: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Campaign:
    """Everything that takes part."""

    telegram: Telegram
    nursery: Nursery
    people: People
    crowd: Crowd
    database: Database
    url: str
    log: Path
    acts_left: int = 0

    async def birth(self, later_s: float | None = None) -> None:
        """The next bot starts, with its clock so much ahead."""
        unheard = self.people.acted - await self._heard()
        self.acts_left = MOST_ACTS if unheard < MOST_UNHEARD else 0
        await self.nursery.birth(self.telegram, self.url, self.log, later_s=later_s)

    async def kill_again_and_again(self, kills: int, dice: random.Random) -> None:
        """While people live on."""
        living = asyncio.create_task(self._live_on())
        for _ in range(kills):
            await self.birth()
            await self._live_a_while(dice)
            assert self.nursery.lives(), "the bot ended by itself; see its log"
            self.nursery.kill()
        living.cancel()
        await asyncio.gather(living, return_exceptions=True)

    async def _live_on(self) -> None:
        while True:
            if self.acts_left > 0:
                self.acts_left -= 1
                await self.crowd.acts()
            await asyncio.sleep(BETWEEN_ACTS_S)

    async def _live_a_while(self, dice: random.Random) -> None:
        """Until somewhere between two things the bot does, which may be before it has done anything."""
        enough = self.people.done_by_bot + dice.randint(0, MOST_DEEDS)
        end = time.monotonic() + LONGEST_S
        while self.people.done_by_bot < enough and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
        await asyncio.sleep(dice.uniform(0, 0.05))

    async def come_to_rest(self) -> None:
        """The last bot lives on until nothing is pending and nobody has anything left to send.

        Does not raise where nothing moves any more before that: what is still pending is found by whoever looks then.
        """
        await self.birth()
        quiet, end, before = 0, time.monotonic() + REST_S, (0, 0, 0)
        while quiet < 3 and time.monotonic() < end:
            await asyncio.sleep(0.2)
            heard, waits = await self._heard(), await pending(self.database)
            if (now := (heard, waits, self.people.done_by_bot)) != before:
                before, end = now, time.monotonic() + REST_S
            at_rest = heard == self.people.acted and not waits
            quiet = quiet + 1 if at_rest and await self.crowd.finish_drafts() else 0
        self.nursery.kill()

    async def _heard(self) -> int:
        """How many updates are in the inbox; each act is one."""
        async with self.database.look() as uow:
            return await uow.session.scalar(select(func.count()).select_from(inbox)) or 0

    async def trouble(self) -> None:
        """5 % of what is sent is refused as too fast, and the answer to 2 % is lost."""
        for method in ("sendMessage", "editMessageText"):
            for kind, probability in (("429", 0.05), ("lost", 0.02)):
                body = {"method": method, "kind": kind, "probability": probability}
                await self.people.does("fault", **body, times=10**9, retry_after=1)


@asynccontextmanager
async def campaign(folder: Path, url: str, seed: int) -> AsyncIterator[Campaign]:
    telegram, nursery = await asyncio.gather(Telegram.start(), Nursery.open())
    people, database = People(telegram.url), open_database(url)
    crowd = Crowd(people, random.Random(seed))
    try:
        await people.open()
        yield Campaign(telegram, nursery, people, crowd, database, url, folder / "bot.log")
    finally:
        await people.close()
        await database.close()
        await nursery.close()
        await telegram.stop()


async def run(folder: Path, *, kills: int, seed: int, faults: bool = False, url: str | None = None) -> Report:
    """Kills the bot so often, at moments the seed decides, on a database in `folder` (or at `url`)."""
    url = url or f"sqlite+aiosqlite:///{folder}/linli.db"
    started = time.monotonic()
    migrate_now(url)
    async with campaign(folder, url, seed) as them:
        crowd = them.crowd
        await crowd.move_in(them.database)
        if faults:
            await them.trouble()
        await them.kill_again_and_again(kills, random.Random(seed + 1))
        await them.come_to_rest()
        left = await them.people.asks_telegram(them.telegram.token, "getUpdates", timeout=0)
        await them.people.has_seen_everything()
        wrong = await check(them.database, crowd, left)
    spent = time.monotonic() - started
    return Report(kills, crowd.people.acted, len(crowd.said), dict(crowd.presses), spent, wrong)
