"""The long race: a thousand tasks, each claimed by a hundred people at once in three processes on PostgreSQL.

`python -m tests.several --claims 1000`; ended with Ctrl+C it goes on where it was when started again: what it saw is in
FILE, a line for each fifty rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from pathlib import Path

from tests.postgres import fresh_database, postgres_server
from tests.several.claims import Seen, race
from tests.storage.stores import migrate_now

WRITTEN_EVERY = 50


def main() -> int:
    """Exit code 1 when a round had no winner, or two."""
    asked = argparse.ArgumentParser(prog="python -m tests.several", description=__doc__)
    asked.add_argument("--claims", type=int, default=1000, metavar="ROUNDS", help="in all (1000)")
    asked.add_argument("--file", type=Path, default=Path("data/claims.jsonl"))
    options = asked.parse_args()
    options.file.parent.mkdir(parents=True, exist_ok=True)
    before = options.file.read_text().splitlines() if options.file.exists() else []
    lines = [json.loads(line) for line in before]
    left = options.claims - sum(line["rounds"] for line in lines)
    if left > 0:
        try:
            with postgres_server() as server:
                asyncio.run(_race(fresh_database(server), left, options.file))
        except KeyboardInterrupt:
            print("started again, it goes on")
    return _told(options.file)


async def _race(url: str, rounds: int, file: Path) -> None:
    await asyncio.to_thread(migrate_now, url)
    began, last = time.monotonic(), Seen()
    async for seen in race(url, rounds):
        if seen.rounds % WRITTEN_EVERY and seen.rounds != rounds:
            continue
        line = {
            "rounds": seen.rounds - last.rounds,
            "winners": seen.winners - last.winners,
            "wrong": seen.wrong[len(last.wrong) :],
            "seconds": round(time.monotonic() - began, 1),
        }
        with file.open("a") as ledger:
            ledger.write(json.dumps(line, ensure_ascii=False) + "\n")
        print(line, flush=True)
        last, began = Seen(seen.rounds, Counter(seen.winners), list(seen.wrong)), time.monotonic()


def _told(file: Path) -> int:
    lines = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    winners: Counter[str] = Counter()
    for line in lines:
        winners.update(line["winners"])
    wrong = [one for line in lines for one in line["wrong"]]
    rounds, seconds = sum(line["rounds"] for line in lines), sum(line["seconds"] for line in lines)
    print(f"{rounds} rounds in {seconds:.0f} s; winners of a round: {dict(winners)}; wrong: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
