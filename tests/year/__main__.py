"""`make year`: 3,000 households for a year. Ended by Ctrl+C it goes on where it was when started again."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from pathlib import Path

import structlog

from tests.services.cast import NOW
from tests.year.checking import check
from tests.year.running import Year


async def _run(given: argparse.Namespace) -> int:
    given.folder.mkdir(parents=True, exist_ok=True)
    year = Year(given.folder, given.households, given.weeks * 7, given.seed)
    try:
        await year.run()
        figures = await check(year.database, NOW, year.end())
    finally:
        await year.database.close()
    print(f"{year.households:,} households, {given.weeks} weeks, seed {year.seed}, {year.took:,.0f} s")
    print("\n".join(figures.told()))
    print("people: " + ", ".join(f"{what} {count:,}" for what, count in sorted(year.did.items())))
    print("answered no: " + ", ".join(f"{key} {count:,}" for key, count in sorted(year.refused.items())))
    return 1 if figures.wrong else 0


def main() -> int:
    """The command. Exit code 1 when something came out wrong."""
    asked = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    asked.add_argument("--households", type=int, default=3000)
    asked.add_argument("--weeks", type=int, default=52)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path, default=Path("data/year"), help="where the year is kept")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    return asyncio.run(_run(asked.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
