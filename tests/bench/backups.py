"""A large record is backed up and restored: how long a row takes, and that memory does not grow with their number."""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sqlalchemy import insert

from bot.services.restoring import restore_copy
from bot.storage.backups import make_backup
from bot.storage.copying.dump import open_dump
from bot.storage.machinery import event
from bot.storage.schema import migrate
from tests.bench.figures import Figure, at_most
from tests.storage.stores import NOW, open_database

NAME = "backups"
ROWS = 200_000
_SLICE = 5_000
Used = tuple[float, float]
"""Seconds of processor time, and megabytes in memory at the most."""
Step = Callable[[str, int], Used]


async def measure(short: bool) -> list[Figure]:
    """A tenth of the rows first: memory is compared with that."""
    sizes = (ROWS // 100, ROWS // 10) if short else (ROWS // 10, ROWS)
    peaks: dict[str, list[float]] = {"backup": [], "restore": []}
    figures: list[Figure] = []
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            await _apart(_fill, folder, rows)
            for name, step in (("backup", _back_up), ("restore", _restore)):
                used_s, peak = await _apart(step, folder, rows)
                peaks[name].append(peak)
                figures.append(Figure(NAME, f"{name} of {rows:,} rows, processor time", used_s, "s"))
            size = (Path(folder) / "a.backup").stat().st_size / 1e6
            figures.append(Figure(NAME, f"the file of {rows:,} rows", size, "MB"))
    for name, (few, many) in peaks.items():
        figures.append(Figure(NAME, f"{name}, peak memory", many, "MB"))
        figures.append(at_most(NAME, f"{name}, what ten times the rows add to it", many - few, 10, "MB"))
    return figures


async def _apart(step: Step, folder: str, rows: int) -> Used:
    """In a process of its own, whose memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, step, folder, rows)


def _fill(folder: str, rows: int) -> Used:
    async def work() -> None:
        database = open_database(f"sqlite+aiosqlite:///{folder}/a.db")
        await migrate(database)
        for first in range(0, rows, _SLICE):
            values = [
                {
                    "at": NOW,
                    "subject": f"case:{n}",
                    "kind": "claimed",
                    "by_id": n,
                    "detail": {"name": "梅阿姨"},
                }
                for n in range(first, min(rows, first + _SLICE))
            ]
            async with database.work() as uow:
                await uow.session.execute(insert(event), values)
        await database.close()

    asyncio.run(work())
    return 0.0, 0.0


def _back_up(folder: str, rows: int) -> Used:
    async def work() -> None:
        database = open_database(f"sqlite+aiosqlite:///{folder}/a.db")
        await make_backup(database, Path(folder) / "a.backup", NOW)
        await database.close()

    return _measured(work)


def _restore(folder: str, rows: int) -> Used:
    async def work() -> None:
        database = open_database(f"sqlite+aiosqlite:///{folder}/b.db")
        with open_dump(Path(folder) / "a.backup", database.keychain) as opened:
            async with database.work() as uow:
                await restore_copy(uow, opened, [], now=NOW)
        await database.close()

    return _measured(work)


def _measured(work: Callable[[], Coroutine[None, None, None]]) -> Used:
    start = time.process_time()
    asyncio.run(work())
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
