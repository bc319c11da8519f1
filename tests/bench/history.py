"""Ten years of history: what a report, a claim and /todo take then, beside what they take in the first week."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Awaitable
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, at_most, must_be
from tests.town import Town

NAME = "history"
CASES, EVENTS_A_CASE = 1_000_000, 5
_SHORT = 50_000
_ROUNDS, _NEIGHBOURS = 30, 15
_REAL = 10
"""So many cases are lived through; the others are theirs again, five minutes apart, back through ten years."""
_FIRST, _PEOPLE = 1_000, 4_000
_SOMEBODY = f"{_FIRST} + 1 + n % {_PEOPLE}"
_KINDS = ("reported", "accepted", "task-claimed", "task-done", "answered")


async def measure(short: bool) -> list[Figure]:
    """The same town before and after."""
    cases = _SHORT if short else CASES
    with TemporaryDirectory(prefix="linli-bench-") as folder:
        file = Path(folder) / "linli.db"
        town = Town(f"sqlite+aiosqlite:///{file}")
        await town.open()
        life = _Life(town)
        await life.begin()
        for _ in range(_REAL):
            await life.round()
        first = await life.median_round()
        began = time.perf_counter()
        held = _fill(file, cases)
        took = time.perf_counter() - began
        await town.restart()
        await life.round()
        then = await life.median_round()
        await town.close()
    return [
        must_be(NAME, "cases there", held, cases),
        Figure(NAME, f"{cases:,} cases and {cases * EVENTS_A_CASE:,} events written", took, "s"),
        *(
            figure
            for what, before, after in zip(("a report", "a claim", "/todo"), first, then, strict=True)
            for figure in (
                Figure(NAME, f"{what}, first week", before * 1000, "ms"),
                at_most(NAME, f"{what}, after ten years : first week", after / before, 1.5, "×"),
            )
        ),
    ]


class _Life:
    """A resident, volunteers and a coordinator, over and over."""

    def __init__(self, town: Town) -> None:
        self._town = town

    async def begin(self) -> None:
        """They come."""
        town = self._town
        self._residents = [await town.resident(f"居民{n}") for n in range(_NEIGHBOURS)]
        self._volunteers = [await town.volunteer(f"志愿者{n}") for n in range(_NEIGHBOURS)]
        self._wang = await town.coordinator()
        self._group = await town.team_group(*self._volunteers)

    async def median_round(self) -> list[float]:
        """Seconds until all that follows is said: of a report, a claim, /todo."""
        rounds = [await self.round() for _ in range(_ROUNDS)]
        return [median(each) for each in zip(*rounds, strict=True)]

    async def round(self) -> list[float]:
        """One report to its end."""
        self._town.clock.move(timedelta(minutes=3))
        self._residents.append(mei := self._residents.pop(0))
        self._volunteers.append(chen := self._volunteers.pop(0))
        await mei.says("/report 3号楼电梯坏了")
        took = [
            await _time(mei.presses("提交")),
            await _time(chen.presses("认领", in_=self._group)),
            await _time(self._wang.says("/todo")),
        ]
        await chen.presses("办好了")
        await mei.presses("已解决")
        return took


async def _time(act: Awaitable[object]) -> float:
    start = time.perf_counter()
    await act
    return time.perf_counter() - start


def _fill(file: Path, cases: int) -> int:
    """The cases there are now, again and again under other numbers and with earlier dates; how many there are then."""
    with sqlite3.connect(file, isolation_level=None) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        real = raw.execute('SELECT count(*), max(id) FROM "case"').fetchone()
        copies, step = (cases - real[0]) // real[0], real[1]
        raw.execute("CREATE TEMP TABLE nth (n INTEGER PRIMARY KEY)")
        raw.execute(
            "INSERT INTO nth WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < ?)"
            " SELECT n FROM up",
            (copies,),
        )
        tasks = raw.execute("SELECT max(id) FROM task").fetchone()[0]
        held = raw.execute("SELECT max(id) FROM holding").fetchone()[0]
        raw.execute("BEGIN")
        _people(raw)
        _again(raw, "case", {"id": f"id + n * {step}", "reporter_id": _SOMEBODY})
        _again(raw, "task", {"id": f"id + n * {tasks}", "case_id": f"case_id + n * {step}"})
        whose = {"id": f"id + n * {held}", "task_id": f"task_id + n * {tasks}", "member_id": _SOMEBODY}
        whose["confirmed_at"] = "ended_at"  # leaders have looked through what people gave of their time
        _again(raw, "holding", whose)
        for kind in _KINDS:
            raw.execute(
                "INSERT INTO event (at, subject, kind) SELECT reported_at, 'case:' || id, ? FROM \"case\"",
                (kind,),
            )
        raw.execute("COMMIT")
        return int(raw.execute('SELECT count(*) FROM "case"').fetchone()[0])


def _people(raw: sqlite3.Connection) -> None:
    """Others who lived here, alike but for their numbers."""
    columns = [row[1] for row in raw.execute('PRAGMA table_info("member")')]
    values = [
        f"{_FIRST} + n" if name == "id" else f"{_FIRST} - n" if name == "telegram_id" else f'"{name}"'
        for name in columns
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    raw.execute(
        f"INSERT INTO member ({names}) SELECT {', '.join(values)} FROM member, nth"
        f' WHERE n <= {_PEOPLE} AND id = (SELECT reporter_id FROM "case" LIMIT 1)'
    )


def _again(raw: sqlite3.Connection, table: str, otherwise: dict[str, str]) -> None:
    """Each row once more for each number `n`, earlier by that many times five minutes."""
    minutes = "'-' || (5 * n) || ' minutes'"
    columns = {row[1]: str(row[2]) for row in raw.execute(f'PRAGMA table_info("{table}")')}
    values = [
        otherwise.get(
            name,
            f"strftime('%Y-%m-%d %H:%M:%f000', {name}, {minutes})" if kind == "DATETIME" else f'"{name}"',
        )
        for name, kind in columns.items()
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    raw.execute(f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM "{table}", nth')
