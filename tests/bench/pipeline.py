"""How many updates a second: Linli, which loses nothing, beside a bot that keeps everything in memory."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from tests.bench.bots import running
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
    report: dict[str, object] = field(default_factory=dict)

    @property
    def updates(self) -> int:
        """Reports and presses."""
        return 2 * self.wanted["answerCallbackQuery"]

    @property
    def missing(self) -> int:
        """Calls that should have come and did not."""
        return (self.wanted - self.made).total()


async def measure(short: bool) -> list[Figure]:
    """Both on the same server, one after the other, with the same updates and as many messages."""
    half = 150 if short else 600
    linli = await _linli(half)
    looked_into = await _linli(half, "--sample")
    stock = await _stock(half)
    fast, plain = linli.updates / linli.seconds, stock.updates / stock.seconds
    figures = [
        Figure(NAME, "Linli, every update on disk", fast, "updates/s"),
        Figure(NAME, "stock PTB bot, in memory", plain, "updates/s"),
        at_least(NAME, "Linli : stock", fast / plain, 1.0, "×"),
        Figure(NAME, "messages and edits an update", _messages(linli), ""),
        Figure(NAME, "Linli, processor time an update", _cpu_ms(linli), "ms"),
        Figure(NAME, "stock, processor time an update", _cpu_ms(stock), "ms"),
        must_be(NAME, "unanswered by Linli", linli.missing, 0),
        must_be(NAME, "unanswered by stock", stock.missing, 0),
    ]
    shares = looked_into.report.get("shares")
    parts = shares.items() if isinstance(shares, dict) else ()
    return figures + [Figure(NAME, f"Linli's busy time: {part}", share * 100, "%") for part, share in parts]


async def _linli(half: int, *options: str) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=200) as town:
        return await _run(
            town, half, "tests.bench.linli_bot", town.root, town.sandbox.token, town.url, *options
        )


async def _stock(half: int) -> Run:
    async with community(groups=2 * half // _PER_GROUP + 1, residents=200) as town:
        teams = [str(team.id) for team in town.teams]
        return await _run(town, half, "tests.bench.stock_bot", town.root, town.sandbox.token, *teams)


async def _run(town: Community, half: int, module: str, *arguments: str) -> Run:
    """First `half` reports that are not timed, then as many more and a press on each of the first ones' cards."""
    async with running(module, *arguments) as bot:
        for n in range(half):
            await town.reports(n)
        await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * half)
        cards = [found for tag in ("fo", "ok") for found in town.cards(tag)]
        await asyncio.sleep(EDIT_GAP_S)
        wanted = Counter(sendMessage=3 * half, answerCallbackQuery=half, editMessageText=half)
        first = len(town.ear.calls)
        bot.begin()
        for n, (group, message, data) in enumerate(cards[:half]):
            await town.reports(half + n)
            await town.presses(town.residents[(n + 7) % 200], message, data, group)
        start = town.clock.monotonic()
        await town.ear.until(lambda: town.ear.since(first) >= wanted)
        run = Run(town.ear.calls[-1].at - start, wanted, town.ear.since(first))
    run.report = bot.report
    return run


def _messages(run: Run) -> float:
    return (run.made["sendMessage"] + run.made["editMessageText"]) / run.updates


def _cpu_ms(run: Run) -> float:
    cpu = run.report.get("cpu_s")
    return cpu * 1000 / run.updates if isinstance(cpu, float) else float("nan")
