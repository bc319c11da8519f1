"""The machine under the figures: what else runs on it decides as much as we do."""

from __future__ import annotations

import os
import platform
import sqlite3
import tempfile
import time

from tests.bench.figures import Figure

NAME = "machine"


def surroundings() -> list[Figure]:
    """Processors, load, how long the disk takes to keep a page."""
    return [
        Figure(
            NAME,
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
            os.cpu_count() or 0,
            "CPUs",
        ),
        Figure(NAME, "load before we began (1 min)", os.getloadavg()[0]),
        Figure(NAME, "fsync of 4 kB", _fsync_s() * 1e6, "µs"),
    ]


def _fsync_s(times: int = 50) -> float:
    with tempfile.TemporaryFile(prefix="linli-bench-") as file:
        start = time.perf_counter()
        for _ in range(times):
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        return (time.perf_counter() - start) / times
