"""What a long campaign has seen so far, in a file: ended at any moment, it goes on with the next town."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.faults.campaign import Report

Town = dict[str, Any]


class Ledger:
    """Every town that was looked into, by the database it was kept in: its seed, what was done there, what was wrong."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where `kills.json` is, and what is kept of a town in which something was wrong."""
        self.folder = folder
        self._file = folder / "kills.json"
        folder.mkdir(parents=True, exist_ok=True)
        told = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        self.towns: dict[str, list[Town]] = told

    def note(self, database: str, seed: int, report: Report) -> None:
        """One more town; the file is never half written."""
        self.towns.setdefault(database, []).append({"seed": seed, **asdict(report)})
        written = self._file.with_suffix(".new")
        written.write_text(json.dumps(self.towns, ensure_ascii=False, indent=1), "utf-8")
        written.replace(self._file)

    def kills(self, database: str) -> int:
        """How often a bot was killed on that database."""
        return sum(town["kills"] for town in self.towns.get(database, []))

    def next_seed(self, database: str, first: int) -> int:
        """Of the next town."""
        used: list[int] = [town["seed"] for town in self.towns.get(database, [])]
        return max([first - 1, *used]) + 1

    @property
    def wrong(self) -> list[str]:
        """Every promise that was broken, with the town."""
        return [
            f"{database}, seed {town['seed']}: {one}"
            for database, towns in self.towns.items()
            for town in towns
            for one in town["wrong"]
        ]

    def told(self) -> str:
        """A line for each database, and what was wrong."""
        lines = [_line(database, towns) for database, towns in sorted(self.towns.items())]
        return "\n".join([*lines, *self.wrong, f"{len(self.wrong)} promises broken"])


def _line(database: str, towns: list[Town]) -> str:
    """What came of all towns on one database."""
    total: Counter[str] = Counter()
    for town in towns:
        total.update(kills=town["kills"], acts=town["acts"], reports=town["reports"])
        total.update(presses=sum(town["presses"].values()), seconds=round(town["seconds"]))
    return (
        f"{database}: {total['kills']} kills in {len(towns)} towns, {total['acts']} updates, "
        f"{total['reports']} reports, {total['presses']} presses, {total['seconds']} s"
    )
