"""How many updates a second: Linli, which loses nothing, beside a bot that keeps everything in memory."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bot.ui.buttons.reports import FollowButton
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_least, must_be

NAME = "pipeline"
EDIT_GAP_S = 3.2  # a card just posted is left alone so long
_PER_GROUP = 6  # more cards an hour in one group would become a list


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
    """Both on the same server, by turns, with the same updates and as many messages; the best of each counts."""
    half, rounds = (150, 1) if short else (600, 3)
    runs: dict[bool, list[Run]] = {True: [], False: []}
    for _ in range(rounds):
        runs[True].append(await _linli(half))
        runs[False].append(await _stock(half))
    looked_into = await _linli(half, "--sample")
    linli, stock = (min(runs[is_linli], key=lambda run: run.seconds) for is_linli in (True, False))
    figures = [
        Figure(NAME, "Linli, every update on disk", linli.speed, "updates/s"),
        Figure(NAME, "stock PTB bot, in memory", stock.speed, "updates/s"),
        at_least(NAME, "Linli : stock", linli.speed / stock.speed, 1.0, "×"),
        Figure(NAME, "messages and edits an update", linli.messages),
        Figure(NAME, "Linli, processor time an update", linli.cpu_ms, "ms"),
        Figure(NAME, "stock, processor time an update", stock.cpu_ms, "ms"),
        must_be(NAME, "unanswered by Linli", sum(run.missing for run in runs[True]), 0),
        must_be(NAME, "unanswered by stock", sum(run.missing for run in runs[False]), 0),
    ]
    shares = looked_into.report.get("shares") or {}
    return figures + [
        Figure(NAME, f"Linli's work: {part}", share * 100, "%") for part, share in shares.items()
    ]


async def _linli(half: int, *options: str) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=200) as town:
        where = (town.root, town.sandbox.token, town.url)
        return await _run(town, half, "tests.bench.linli_bot", *where, *options)


async def _stock(half: int) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=200) as town:
        teams = [str(team.id) for team in town.teams]
        return await _run(town, half, "tests.bench.stock_bot", town.root, town.sandbox.token, *teams)


async def _run(town: Community, half: int, module: str, *arguments: str) -> Run:
    """First `half` reports that are not timed, then as many more and a press on each of the first ones' cards."""
    wanted = Counter(sendMessage=3 * half, answerCallbackQuery=half, editMessageText=half)
    async with running(module, *arguments) as bot:
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
        run = Run(town.ear.calls[-1].at - start, wanted, town.ear.since(first))
    run.report = bot.report
    return run
