"""How many updates a second: Linli, which loses nothing, beside bots that keep everything in memory.

What each does for an update: a report becomes three messages (to the group, to its writer, to a team's group), a press
its answer and one edit. Linli also understands what was said, files the case, makes its task and keeps every step on
disk before it answers; the others repeat the text. Nobody's messages are paced, the server takes all it is sent.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.ui.buttons.reports import FollowButton
from tests.bench.bots import START_S, Bot, running, started
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_least, must_be
from tests.bench.grammy_bot import grammy_in

NAME = "pipeline"
EDIT_GAP_S = 3.2  # a card just posted is left alone so long
LINLI, STOCK = "Linli, every update on disk", "stock PTB"
_BOTS: dict[str, tuple[str, ...]] = {
    STOCK: (sys.executable, "-m", "tests.bench.stock_bot"),
    "aiogram": (sys.executable, "-m", "tests.bench.aiogram_bot"),
}
_PER_GROUP = 6  # more cards an hour in one group would become a list
_EACH = 3  # more reports of one person in ten minutes would wait as drafts


@dataclass
class Run:
    """How one bot did."""

    seconds: float
    wanted: Counter[str]
    made: Counter[str]
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def updates(self) -> int:
        """Reports and presses."""
        return 2 * self.wanted["answerCallbackQuery"]

    @property
    def speed(self) -> float:
        """Updates a second, until the last message of all has arrived."""
        return self.updates / self.seconds

    @property
    def messages(self) -> float:
        """Messages and edits for each update."""
        return (self.made["sendMessage"] + self.made["editMessageText"]) / self.updates

    @property
    def cpu_ms(self) -> float:
        """Processor time for each update."""
        return float(self.report.get("cpu_s", "nan")) * 1000 / self.updates

    @property
    def missing(self) -> int:
        """Calls that should have come and did not."""
        return (self.wanted - self.made).total()


async def measure(short: bool) -> list[Figure]:
    """All on the same server, by turns, with the same updates and as many messages; the best of each counts."""
    half, rounds = (150, 1) if short else (600, 3)
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
        bots = dict(_BOTS)
        if (grammy := await grammy_in(Path(folder))) is not None:
            bots["grammY"] = grammy
        runs: dict[str, list[Run]] = defaultdict(list)
        for _ in range(rounds):
            runs[LINLI].append(await _linli(half))
            for name, command in bots.items():
                runs[name].append(await _other(half, command))
    looked_into = await _linli(half, "--sample")
    figures = [] if grammy else [Figure(NAME, "grammY left out: no node, or npm could not install it", 0)]
    for name, its in runs.items():
        figures += _of_one(name, min(its, key=lambda run: run.seconds), sum(run.missing for run in its))
    best = {name: max(run.speed for run in its) for name, its in runs.items()}
    figures.append(at_least(NAME, f"Linli : {STOCK}", best[LINLI] / best[STOCK], 2.0, "×"))
    figures += [
        Figure(NAME, f"{name} : {STOCK}", best[name] / best[STOCK], "×")
        for name in best
        if name not in (LINLI, STOCK)
    ]
    shares = looked_into.report.get("shares") or {}
    return figures + [
        Figure(NAME, f"Linli's work: {part}", share * 100, "%") for part, share in shares.items()
    ]


def _of_one(name: str, run: Run, missing: int) -> list[Figure]:
    return [
        Figure(NAME, name, run.speed, "updates/s"),
        Figure(NAME, f"{name}: messages and edits an update", run.messages),
        Figure(NAME, f"{name}: processor time an update", run.cpu_ms, "ms"),
        must_be(NAME, f"{name}: unanswered", missing, 0),
    ]


async def _linli(half: int, *options: str) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=2 * half // _EACH) as town:
        where = (town.root, town.sandbox.token, town.url)
        return await _run(town, half, running("tests.bench.linli_bot", *where, *options))


async def _other(half: int, command: Sequence[str]) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=2 * half // _EACH) as town:
        teams = [str(team.id) for team in town.teams]
        return await _run(town, half, started(*command, town.root, town.sandbox.token, *teams))


async def _run(town: Community, half: int, starting: AbstractAsyncContextManager[Bot]) -> Run:
    """First `half` reports that are not timed, then as many more and a press on each of the first ones' cards."""
    wanted = Counter(sendMessage=3 * half, answerCallbackQuery=half, editMessageText=half)
    async with starting as bot:
        for n in range(half):
            await town.reports(n)
        await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * half, quiet_s=START_S)
        cards = town.cards(FollowButton)
        await asyncio.sleep(EDIT_GAP_S)
        first = len(town.ear.calls)
        bot.begin()
        for n, card in enumerate(cards[:half]):
            await town.reports(half + n)
            await card.pressed_by(town.residents[(n + 7) % len(town.residents)])
        start = town.clock.monotonic()
        await town.ear.until(lambda: town.ear.since(first) >= wanted)
        ended = town.ear.calls[-1].at if len(town.ear.calls) > first else float("nan")
        run = Run(ended - start, wanted, town.ear.since(first))
    run.report = bot.report
    return run
