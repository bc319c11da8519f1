"""A hundred thousand odd updates: each is dealt with, ignored or kept as unreadable; none raises, none holds up others."""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from structlog.testing import capture_logs

from bot.intake.turns import UnparseableError
from bot.meter import METER
from bot.sandbox.bot_api import chat_json, message_json, user_json
from bot.storage.machinery import InboxState, inbox
from tests.faults.bot_api import schema
from tests.faults.nursery import UNHURRIED
from tests.faults.odd import Json, Known, Odd
from tests.storage.stores import migrate_now
from tests.town import BUILDING, TEAM, Town

BATCH = 64
STALLED_S = 60
"""A batch that is not dealt with by then holds up everybody."""
WORDS = (
    "/start", "/help", "/report 电梯坏了", "/report", "/mine", "/tasks", "/todo", "/notice", "/visits", "/sos", "/who",
    "/cancel", "/lang", "/lang en", "/bind", "/stats", "/unknown", "/dead", "/forgetme", "/start abc",
    "/report@linli_bot x",
    "@linli_bot 路灯不亮", "#报修 水管漏水", "着火了", "我的事", "求助", "没人开门", "13800138000", "1502", "好的", "2号楼",
    "", "明天停水，请存水", "x" * 4096, "😀", "🧑‍🧑‍🧒", "\u202eevil", "'; --", "<b>", "&lt;", "𠮷", "a\x00b",
)  # fmt: skip


@dataclass
class Fuzzed:
    """What came of so many updates. `wrong`: what was raised and where, and what held up others."""

    sent: int = 0
    states: dict[str, int] = field(default_factory=dict)
    unreadable: int = 0
    slowest_s: float = 0.0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


async def fuzz(folder: Path, *, updates: int, seed: int) -> Fuzzed:
    """So many, decided by the seed, for a town on a database in `folder` (a migrated one may be there)."""
    town = Town(f"sqlite+aiosqlite:///{folder}/linli.db", playbook=UNHURRIED)
    await town.open()
    try:
        return await _Fuzzing(town, seed).run(updates)
    finally:
        await town.close()


class _Fuzzing:
    def __init__(self, town: Town, seed: int) -> None:
        self._town = town
        self._known = Known(words=list(WORDS))
        self._odd = Odd(schema(), self._known, random.Random(seed))
        self._told = Fuzzed()
        self._began = time.monotonic()

    async def run(self, updates: int) -> Fuzzed:
        await self._move_in()
        failed = METER.ticks_failed.total()
        while self._told.sent < updates:
            most = min(BATCH, updates - self._told.sent)
            self._known.buttons = self._buttons()
            batch = [self._odd.update(int(self._town.clock.now().timestamp())) for _ in range(most)]
            self._told.sent += most
            await self._deal(batch)
        for _ in range(3):
            await self._deal([])
        ticks = METER.ticks_failed.total() - failed
        self._told.wrong += [f"{ticks} ticks failed"] if ticks else []
        await self._look()
        self._told.seconds = time.monotonic() - self._began
        return self._told

    async def _move_in(self) -> None:
        """Some of everybody, a case, a task; what they do is then done by the dice."""
        town = self._town
        mei, lin = await town.resident("梅阿姨"), await town.volunteer("林伯", certified=True, may_enter=True)
        wang, stranger = await town.coordinator(), await town.person("阿强", started=False)
        groups = [await town.building_group(mei, lin, stranger), await town.team_group(lin, team=TEAM)]
        await mei.says("/report 电梯坏了", in_=groups[0])
        await mei.says(f"{BUILDING}路灯不亮")
        await lin.says("/tasks")
        await wang.says("/todo")
        people = (mei, lin, wang, stranger)
        self._known.people = [user_json(one) for one in people]
        self._known.chats = [chat_json(one.chat) for one in groups] + [chat_json(p.private) for p in people]

    def _buttons(self) -> Sequence[tuple[Json, str]]:
        """The newest that are on show."""
        shown: list[tuple[Any, str]] = []
        for chat in self._town.sandbox.chats.values():
            newest = sorted(chat.messages)[-12:]
            for message in (chat.messages[number] for number in newest):
                shown += [(message, b.data) for row in message.buttons for b in row if b.data]
        return [(message_json(message), data) for message, data in shown[-80:]]

    async def _deal(self, batch: Sequence[Json]) -> None:
        """A batch comes in; then half a minute goes by, and the clock ticks."""
        town, started = self._town, time.monotonic()
        for update in batch:
            town.sandbox.queue_raw(update)
        with capture_logs() as logged:
            try:
                async with asyncio.timeout(STALLED_S):
                    await town.settle()
                    self._told.slowest_s = max(self._told.slowest_s, time.monotonic() - started)
                    town.clock.move(town.playbook.limits.reports_within / 20)
                    await town.linli.ticker.tick()
            except Exception as error:
                self._told.wrong.append(f"{error!r} after {self._told.sent}: {_where(error)}")
                town.sandbox.updates.forget()
        town.sandbox.requests.clear()
        self._note(logged)

    def _note(self, logged: Sequence[Any]) -> None:
        for line in logged:
            if line["event"] != "update-failed":
                continue
            error = line["exc_info"]
            if isinstance(error, UnparseableError):
                self._told.unreadable += 1
            else:
                self._told.wrong.append(f"{error!r} near {self._told.sent}: {_where(error)}")

    async def _look(self) -> None:
        async with self._town.linli.database.look() as uow:
            states = Counter(await uow.session.scalars(select(inbox.c.state)))
        self._told.states = {state.value: number for state, number in sorted(states.items())}
        if waiting := states[InboxState.PENDING]:
            self._told.wrong.append(f"{waiting} updates still wait")


def _where(error: BaseException) -> str:
    """The last places of ours it came through."""
    steps = [one for one in traceback.extract_tb(error.__traceback__) if "site-packages" not in one.filename][
        -4:
    ]
    return " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(steps))


def fuzz_a_town(updates: int, seed: int) -> Fuzzed:
    """In a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="linli-fuzz-", dir=in_memory()) as folder:
        migrate_now(f"sqlite+aiosqlite:///{folder}/linli.db")
        return asyncio.run(fuzz(Path(folder), updates=updates, seed=seed))


def in_memory() -> str | None:
    """Where folders are fastest, if there is room."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > 2**30 else None
