"""A very large roster: 100,000 households from an .xlsx and a .csv, in slices between which presses go through."""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date

from bot.playbooks.load import load_playbook
from bot.rosters.reading import read_households
from bot.rosters.writing import Table, as_csv
from tests.bench.figures import Figure, at_most, must_be, percentile
from tests.rosters.books import as_xlsx

NAME = "rosters"
ROWS = 100_000
HEADINGS = (
    "序号",
    "姓名",
    "联系电话",
    "小区",
    "楼栋",
    "房号",
    "重点类别",
    "低保",
    "出生日期",
    "家属姓名",
    "家属电话",
    "备注",
)
TODAY = date(2026, 11, 22)


async def measure(short: bool) -> list[Figure]:
    """Each kind of file in a process of its own, so that its memory is its own."""
    rows = ROWS // 10 if short else ROWS
    return [figure for kind in ("xlsx", "csv") for figure in await _apart(kind, rows)]


async def _apart(kind: str, rows: int) -> list[Figure]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.rosters", kind, str(rows), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await child.communicate()
    read, seconds, longest, usual, open_s, memory = (float(part) for part in out.split())
    what = f"{rows:,} households from .{kind}"
    return [
        must_be(NAME, f"{what}: read", read, rows),
        at_most(NAME, f"{what}: time", seconds, 60 * rows / ROWS, "s"),
        at_most(NAME, f"{what}: peak memory", memory, 500, "MB"),
        at_most(NAME, f"{what}: looking the file over", open_s, 1, "s"),
        at_most(NAME, f"{what}: a slice, p99", usual, 50, "ms"),
        Figure(NAME, f"{what}: a slice, longest", longest, "ms"),
    ]


def invented(rows: int) -> Iterator[list[str]]:
    """Nobody: numbers as names."""
    for n in range(rows):
        room = f"{1 + n // 16 % 2}单元{1 + n // 32 % 40}0{1 + n % 4}室"
        yield [
            str(n + 1),
            f"住户{n}",
            f"13{n:09d};0592-5{n % 1_000_000:06d}",
            "源昌鑫海湾",
            f"{1 + n % 8}栋",
            room,
            "独居,高龄" if n % 3 else "残疾",
            "是" if n % 2 else "否",
            f"19{30 + n % 40}{1 + n % 12:02d}{1 + n % 28:02d}",
            f"家属{n}",
            f"139{n:08d}",
            f"备注里说的一句话，第{n}户",
        ]


def main(kind: str, rows: int) -> None:
    """Writes the file, forgets it, reads it; prints figures. Memory is what reading adds to a bare start."""
    table = Table("名单", HEADINGS, invented(rows))
    data = as_xlsx([table]) if kind == "xlsx" else as_csv(table)
    playbook = load_playbook("heyuan")
    start = time.perf_counter()
    slices = read_households(data, playbook, today=TODAY)
    opened = time.perf_counter() - start
    waits, read = [], 0
    before = time.perf_counter()
    for one in slices:
        waits.append((time.perf_counter() - before) * 1000)
        read += len(one.rows) + len(one.duplicates)
        before = time.perf_counter()
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(read, seconds, max(waits), percentile(waits, 0.99), opened, memory)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
