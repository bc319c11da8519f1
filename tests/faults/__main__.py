"""The long campaign: `python -m tests.faults --kills 1000 --seed 7 [--faults] [--postgres] [--minutes 30]`.

`python -m tests.faults --broadcast 1000 --kills 30`: a notice to so many groups instead, and so many kills meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from tests.faults.broadcast import broadcast
from tests.faults.campaign import run
from tests.postgres import fresh_database, postgres_server

AT_ONCE = 100


def main() -> int:
    """A town after the other, so many kills each, until all are done or the time is over."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    asked.add_argument("--kills", type=int, help="1000; of a broadcast 30")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--faults", action="store_true", help="5 %% refused as too fast, 2 %% answers lost")
    asked.add_argument("--minutes", type=float, default=60, help="begin no further town after so long")
    asked.add_argument(
        "--postgres", action="store_true", help="on PostgreSQL, where leases must run out first"
    )
    asked.add_argument(
        "--broadcast", type=int, metavar="GROUPS", help="one notice to so many groups (30 kills)"
    )
    options = asked.parse_args()
    if options.broadcast:
        return _broadcast(options)
    with postgres_server() if options.postgres else nullcontext() as server:
        return _towns(options, server)


def _broadcast(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="linli-faults-") as folder:
        kills = options.kills or 30
        report = asyncio.run(
            broadcast(Path(folder), groups=options.broadcast, kills=kills, seed=options.seed)
        )
    print(f"seed {options.seed}: {report}", flush=True)
    return 1 if report.wrong else 0


def _towns(options: argparse.Namespace, server: str | None) -> int:
    end, seed, left = time.monotonic() + 60 * options.minutes, options.seed, options.kills or 1000
    while left > 0 and time.monotonic() < end:
        with tempfile.TemporaryDirectory(prefix="linli-faults-") as folder:
            kills = min(AT_ONCE, left)
            url = fresh_database(server) if server else None
            report = asyncio.run(run(Path(folder), kills=kills, seed=seed, faults=options.faults, url=url))
        print(f"seed {seed}: {report}", flush=True)
        if report.wrong:
            return 1
        seed, left = seed + 1, left - kills
    return 0


if __name__ == "__main__":
    sys.exit(main())
