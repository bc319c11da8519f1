"""The long campaign: a thousand kills on SQLite and a thousand on PostgreSQL, with 5 % 429 and 2 % lost answers.

Ended with Ctrl+C or SIGTERM it goes on where it was when started again: what it saw is in FOLDER, which `--told` reads to
you. A town with the same seed, in a folder of its own, is killed at the same moments: `--on sqlite --seed 12 --kills 50
--folder /tmp/again`.

`--points`: a process that dies at each statement, commit and request of one story instead (`--seed 117`: from that point
on). `--fuzz 100000`: so many odd updates. Both go on where they were, too.

`--broadcast 1000 --kills 30`: a notice to so many groups instead, and so many kills meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import shutil
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.faults.broadcast import broadcast
from tests.faults.campaign import Report, run
from tests.faults.fuzz import fuzz_a_town, in_memory
from tests.faults.ledger import Ledger
from tests.faults.points import IN_A_TOWN, Died, die_at_each
from tests.postgres import drop_database, fresh_database, postgres_server
from tests.storage.stores import migrate_now

AT_ONCE = 50
"""Kills in one town: so many are done again at most, when the campaign was ended in the middle of it."""
ODD = 2000
"""Odd updates in one town."""
DATABASES = ("sqlite", "postgresql")


def main() -> int:
    """A town after the other until all are done or the time is over. Exit code 1 when a promise was broken."""
    asked = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("--kills", type=int, help="on each database (1000); of a broadcast (30)")
    asked.add_argument("--on", action="append", choices=DATABASES, help="this database only")
    asked.add_argument("--seed", type=int, default=1, help="of the first town")
    asked.add_argument("--minutes", type=float, help="begin no further town after so long")
    asked.add_argument(
        "--folder", type=Path, default=Path("data/faults"), help="where it is kept what was seen"
    )
    asked.add_argument("--fuzz", type=int, metavar="UPDATES", help="so many odd updates")
    asked.add_argument("--points", action="store_true", help="dies at every point of one story")
    asked.add_argument("--told", action="store_true", help="what was seen so far, and nothing else")
    asked.add_argument("--broadcast", type=int, metavar="GROUPS", help="one notice to so many groups")
    asked.set_defaults(began=time.monotonic())
    options = asked.parse_args()
    if options.broadcast:
        return _broadcast(options)
    name, work = (
        ("fuzz", _fuzz) if options.fuzz else ("points", _points) if options.points else ("kills", _towns)
    )
    ledger = Ledger(options.folder, name)
    for told in (signal.SIGINT, signal.SIGTERM):  # in the background a shell would have the first one ignored
        signal.signal(told, signal.default_int_handler)
    try:
        if not options.told:
            work(options, ledger)
    except KeyboardInterrupt:
        print("started again, it goes on with this town")
    print(ledger.told())
    return 1 if ledger.wrong else 0


def _fuzz(options: argparse.Namespace, ledger: Ledger) -> None:
    """Odd updates in one town after the other."""
    while (left := options.fuzz - ledger.total("fuzz", "sent")) > 0 and time.monotonic() < _end(options):
        seed = ledger.next_seed("fuzz", options.seed)
        told = fuzz_a_town(min(left, ODD), seed)
        ledger.note("fuzz", seed, told)
        print(f"seed {seed}: {told}", flush=True)


def _points(options: argparse.Namespace, ledger: Ledger) -> None:
    """One point after the other, until the story has no more of them."""
    for database in (options.on,) if options.on else DATABASES:
        with ExitStack() as at_end:
            server = at_end.enter_context(postgres_server()) if database == "postgresql" else None
            while not ledger.total(database, "over") and time.monotonic() < _end(options):
                first = options.seed + ledger.total(database, "points")
                died = _few_points(server, first)
                ledger.note(database, first, died)
                print(f"{database}, from point {first}: {died}", flush=True)
                if not died.points:
                    break


def _few_points(server: str | None, first: int) -> Died:
    """Some points, one after the other, in a town of their own."""
    with tempfile.TemporaryDirectory(prefix="linli-faults-", dir=in_memory()) as folder:
        url = fresh_database(server) if server else f"sqlite+aiosqlite:///{folder}/linli.db"
        try:
            migrate_now(url)
            return asyncio.run(die_at_each(url, range(first, first + IN_A_TOWN)))
        finally:
            if server:
                drop_database(url)


def _end(options: argparse.Namespace) -> float:
    """Monotonic seconds from which on no further town begins."""
    return math.inf if options.minutes is None else float(options.began + 60 * options.minutes)


def _broadcast(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="linli-faults-") as folder:
        kills = options.kills or 30
        report = asyncio.run(
            broadcast(Path(folder), groups=options.broadcast, kills=kills, seed=options.seed)
        )
    print(f"seed {options.seed}: {report}", flush=True)
    return 1 if report.wrong else 0


def _towns(options: argparse.Namespace, ledger: Ledger) -> None:
    """The database that is behind has the next town, so that both are as far whenever it is ended."""
    databases, most = tuple(options.on or DATABASES), options.kills or 1000
    with ExitStack() as at_end:
        server = at_end.enter_context(postgres_server()) if "postgresql" in databases else None
        while time.monotonic() < _end(options):
            database = min(databases, key=lambda one: ledger.total(one, "kills"))
            kills = min(AT_ONCE, most - ledger.total(database, "kills"))
            if kills <= 0:
                return
            seed = ledger.next_seed(database, options.seed)
            report = _town(database, server, seed, kills, ledger.folder)
            ledger.note(database, seed, report)
            print(f"{database}, seed {seed}: {report}", flush=True)
            if not report.kills:
                return


def _town(database: str, server: str | None, seed: int, kills: int, kept: Path) -> Report:
    """One town; what it left is kept where something was wrong."""
    with tempfile.TemporaryDirectory(prefix="linli-faults-") as folder:
        url = fresh_database(server) if server and database == "postgresql" else None
        try:
            try:
                report = asyncio.run(run(Path(folder), kills=kills, seed=seed, faults=True, url=url))
            except Exception as error:
                report = Report(wrong=[f"the town ended with {error!r}"])
            if report.wrong:
                shutil.copytree(folder, kept / f"{database}-{seed}", dirs_exist_ok=True)
        finally:
            if url:
                drop_database(url)
    return report


if __name__ == "__main__":
    sys.exit(main())
