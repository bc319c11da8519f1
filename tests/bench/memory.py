"""Whether memory grows: very many updates, as fast as they are dealt with, and how much is in use meanwhile."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_most, must_be

NAME = "memory"
UPDATES, SHORT = 200_000, 10_000
PEOPLE = 500
_AT_ONCE = 200
_LOOKS = 20
"""So often memory is looked at; the first fifth, in which caches fill, does not count."""


async def measure(short: bool) -> list[Figure]:
    """Everybody asks for /mine in private again and again: an update, its answer, nothing that has to be kept for long."""
    updates = SHORT if short else UPDATES
    async with (
        community(groups=1, residents=PEOPLE) as town,
        running("tests.bench.linli_bot", *town.linli) as bot,
    ):
        seen = []
        for look in range(_LOOKS):
            await _ask(town, updates // _LOOKS, look)
            seen.append(_in_use_mb(bot.process.pid))
            print(f"{NAME}: {(look + 1) * updates // _LOOKS:,} updates, {seen[-1]:.1f} MB", file=sys.stderr)
        answered = town.ear.since(0)["sendMessage"]
    settled = seen[_LOOKS // 5 :]
    early, late = median(settled[:4]), median(settled[-4:])
    return [
        Figure(NAME, f"in use after {updates // 5:,} updates", early, "MB"),
        Figure(NAME, f"in use after {updates:,} updates", late, "MB"),
        at_most(NAME, "growth", (late / early - 1) * 100, 5, "%"),
        must_be(NAME, "unanswered", max(0, updates - answered), 0),
    ]


async def _ask(town: Community, updates: int, look: int) -> None:
    for asked in range(0, updates, _AT_ONCE):
        some = min(_AT_ONCE, updates - asked)
        before = len(town.ear.calls)
        for n in range(some):
            await town.residents[(look * updates + asked + n) % PEOPLE].says("/mine")
        await _answered(town, before, some)


async def _answered(town: Community, before: int, some: int) -> None:
    await town.ear.until(lambda: town.ear.since(before)["sendMessage"] >= some, quiet_s=START_S)


def _in_use_mb(pid: int) -> float:
    """Resident memory; for Linux."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")
