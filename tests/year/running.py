"""Day after day: the clock's ticks at its hours, and people's acts between them. A day that was done is not done again."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from bot.clock import Clock
from bot.domain.moment import moment_on
from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from bot.storage.schema import migrate
from scheduler import DUE
from scheduler.ticks import Ticker
from tests.services.cast import NOW
from tests.year.people import People
from tests.year.settling import settle

KEY = b"an invented key of 32 bytes, no!"[:32]
Hours = tuple[tuple[int, int], ...]
HOURS: Hours = ((0, 10), (8, 31), (12, 10), (16, 31), (18, 0), (20, 40))
"""When the clock ticks: with each window's beginning and end, with each list, and after each promised hour."""
FEW: Hours = ((8, 31), (18, 0))
"""The least that leaves nobody out: for the short form."""
KINDS = [
    one
    for one in DUE
    if one.__module__ in ("scheduler.visits", "scheduler.searches", "scheduler.alarms", "scheduler.todo")
]
"""What the clock does about visits; reports and tasks there are none."""


class Year:
    """`folder` keeps the database and how far it has come; seeded, so that the same year can be had again."""

    def __init__(self, folder: Path, households: int, days: int, seed: int, hours: Hours = HOURS) -> None:
        self._folder, self.households, self.days, self.seed = folder, households, days, seed
        self._playbook = load_playbook("heyuan")
        self.database = Database(f"sqlite+aiosqlite:///{folder / 'year.db'}", KEY, self._playbook)
        self.clock = Clock(NOW)
        self._hours = hours
        self.took = 0.0
        self.did: dict[str, int] = {}
        self.refused: dict[str, int] = {}

    async def run(self) -> None:
        """To the end, from where it was left."""
        done = await self._resume()
        first = self._playbook.day(NOW)
        for n in range(done, self.days):
            start = perf_counter()
            await self._day(first + timedelta(days=n + 1), Random(f"{self.seed}:{n}"))
            self.took += perf_counter() - start
            self._keep(n + 1)
            if (n + 1) % 7 == 0:
                print(f"week {(n + 1) // 7}: {self._told()}", file=sys.stderr, flush=True)

    def end(self) -> datetime:
        """The last moment there was."""
        return moment_on(
            self._playbook.day(NOW) + timedelta(days=self.days), time(23, 59), self._playbook.zone
        )

    async def _resume(self) -> int:
        state = self._folder / "year.json"
        if state.exists():
            kept = json.loads(state.read_text())
            if (kept["households"], kept["seed"]) != (self.households, self.seed):
                raise SystemExit(f"{self._folder} holds another year: {kept}")
            self.took, self.did, self.refused = kept["took"], kept["did"], kept["refused"]
            return int(kept["days"])
        await migrate(self.database)
        await settle(self.database, self.households, Random(self.seed))
        self._keep(0)
        return 0

    async def _day(self, day: date, random: Random) -> None:
        people = People(self.database, random)
        people.did.update(self.did)
        people.refused.update(self.refused)
        ticker = Ticker(self.database, self.clock, KINDS)
        before = self._at(day, *self._hours[0]) - timedelta(hours=4)
        for hour, minute in self._hours:
            now = self._at(day, hour, minute)
            if random.random() < 0.02:
                continue  # the machine was down
            self.clock.move(now - self.clock.now())
            await ticker.tick()
            if 8 <= hour <= 18:
                await people.look_at_lists(now, 0.4 if len(self._hours) > len(FEW) else 0.7)
                await people.go(before, now)
                await people.answer_still(before, now)
                await people.find(now)
                await people.phone(now)
            before = now
        await people.come_and_go(self.clock.now(), 0.001)
        self.did, self.refused = dict(people.did), dict(people.refused)

    def _at(self, day: date, hour: int, minute: int) -> datetime:
        return moment_on(day, time(hour, minute), self._playbook.zone)

    def _keep(self, days: int) -> None:
        kept = {
            "households": self.households,
            "seed": self.seed,
            "days": days,
            "took": self.took,
            "did": self.did,
            "refused": self.refused,
        }
        state, new = self._folder / "year.json", self._folder / "year.json.new"
        new.write_text(json.dumps(kept, ensure_ascii=False))
        new.replace(state)

    def _told(self) -> str:
        most = ", ".join(
            f"{what} {count}" for what, count in sorted(self.did.items(), key=lambda it: -it[1])[:6]
        )
        return f"{self.took:.0f} s; {most}"
