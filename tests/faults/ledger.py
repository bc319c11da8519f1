"""What a long campaign has seen so far, in a file: ended at any moment, it goes on with the next town."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar, Protocol

Town = dict[str, Any]


class Told(Protocol):
    """What came of one town: a dataclass of numbers. `wrong`: every promise that was broken."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    wrong: list[str]


class Ledger:
    """Every town that was looked into, by what was done to it; each has the seed that makes it again."""

    def __init__(self, folder: Path, name: str) -> None:
        """`folder`: where `name`.json is, and what is kept of a town in which something was wrong."""
        self.folder = folder
        self._file = folder / f"{name}.json"
        folder.mkdir(parents=True, exist_ok=True)
        told = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        self.towns: dict[str, list[Town]] = told

    def note(self, what: str, seed: int, told: Told) -> None:
        """One more town; the file is never half written."""
        self.towns.setdefault(what, []).append({**asdict(told), "seed": seed})
        written = self._file.with_suffix(".new")
        written.write_text(json.dumps(self.towns, ensure_ascii=False, indent=1), "utf-8")
        written.replace(self._file)

    def total(self, what: str, name: str) -> int:
        """Of one number, over all towns."""
        return sum(town[name] for town in self.towns.get(what, []))

    def next_seed(self, what: str, first: int) -> int:
        """Of the next town."""
        used: list[int] = [town["seed"] for town in self.towns.get(what, [])]
        return max([first - 1, *used]) + 1

    @property
    def wrong(self) -> list[str]:
        """Every promise that was broken, with the town."""
        return [
            f"{what}, seed {town['seed']}: {one}"
            for what, towns in self.towns.items()
            for town in towns
            for one in town["wrong"]
        ]

    def told(self) -> str:
        """A line for each kind of town, and what was wrong."""
        lines = [_line(what, towns) for what, towns in sorted(self.towns.items())]
        return "\n".join([*lines, *self.wrong, f"{len(self.wrong)} promises broken"])


def _line(what: str, towns: list[Town]) -> str:
    """The numbers of all towns together; of what is slowest, the slowest."""
    total: defaultdict[str, float] = defaultdict(float)
    for town in towns:
        for name, value in town.items():
            parts = value if isinstance(value, dict) else {name: value}
            for part, number in parts.items():
                if isinstance(number, int | float) and name != "seed":
                    total[part] = max(total[part], number) if "slowest" in name else total[part] + number
    told = ", ".join(f"{part} {number:,.0f}" for part, number in total.items())
    return f"{what}: {len(towns)} towns, {told}"
