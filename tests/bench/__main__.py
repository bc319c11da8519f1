"""Runs the benches one after the other, and shows what each measured as soon as it has it: a run cut short has shown
what it saw. Exit code 1 only when something came out wrong; a missed speed is shown.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench import (
    backups,
    broadcast,
    crowded,
    flood,
    history,
    hundred,
    importing,
    memory,
    pipeline,
    plans,
    presses,
    rosters,
    steady,
    triage,
    workers,
)
from tests.bench.figures import Figure, show
from tests.bench.surroundings import surroundings

Bench = Callable[[bool], Awaitable[list[Figure]]]
BENCHES: dict[str, Bench] = {
    bench.NAME: bench.measure
    for bench in (
        pipeline,
        steady,
        hundred,
        flood,
        crowded,
        presses,
        memory,
        broadcast,
        triage,
        rosters,
        importing,
        plans,
        backups,
        history,
        workers,
    )
}


async def _measure(names: list[str], short: bool) -> list[Figure]:
    figures = surroundings()
    show(figures)
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        fresh = await BENCHES[name](short)
        show(fresh)
        figures += fresh
    return figures


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench")
    asked.add_argument("names", nargs="*", metavar="name", help=f"of {', '.join(BENCHES)}; all without any")
    asked.add_argument("--short", action="store_true", help="a minute in all, for a first look")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = asked.parse_args()
    if unknown := [name for name in given.names if name not in BENCHES]:
        asked.error(f"no bench is called {', '.join(unknown)}")
    figures = asyncio.run(_measure(given.names or list(BENCHES), given.short))
    if given.json:
        given.json.write_text(json.dumps([one.as_json() for one in figures], indent=1, ensure_ascii=False))
    return 1 if any(one.must and not one.met for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
