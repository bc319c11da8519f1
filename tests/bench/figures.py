"""What was measured, beside what was aimed at."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """One number. `met`: whether the aim was reached; `must`: missing it is a fault, not a want of speed."""

    bench: str
    name: str
    value: float
    unit: str = ""
    aim: str = ""
    met: bool | None = None
    must: bool = False

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return asdict(self)


def at_most(bench: str, name: str, value: float, aim: float, unit: str) -> Figure:
    """A figure that should not exceed `aim`."""
    return Figure(bench, name, value, unit, f"≤ {aim:g}", value <= aim)


def at_least(bench: str, name: str, value: float, aim: float, unit: str) -> Figure:
    """A figure that should reach `aim`."""
    return Figure(bench, name, value, unit, f"≥ {aim:g}", value >= aim)


def must_be(bench: str, name: str, value: float, wanted: float) -> Figure:
    """A figure that is a fault if it is anything else."""
    return Figure(bench, name, value, "", f"= {wanted:g}", value == wanted, must=True)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of all do not exceed; not a number where there are none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(bench: str, name: str, seconds: Sequence[float], aim: float | None = None) -> list[Figure]:
    """p50, p95 and p99 of waits; `aim` (in ms) is for p99."""
    p50, p95, p99 = (percentile(seconds, share) * 1000 for share in (0.5, 0.95, 0.99))
    last = (
        Figure(bench, f"{name}, p99", p99, "ms")
        if aim is None
        else at_most(bench, f"{name}, p99", p99, aim, "ms")
    )
    return [Figure(bench, f"{name}, p50", p50, "ms"), Figure(bench, f"{name}, p95", p95, "ms"), last]


def show(figures: Sequence[Figure]) -> None:
    """A table for people, at once."""
    table = Table("bench", "figure", "value", "unit", "aim", "")
    for column in (2, 4):
        table.columns[column].justify = "right"
    before = ""
    for one in figures:
        if one.bench != before:
            table.add_section()
        name, before = one.bench if one.bench != before else "", one.bench
        table.add_row(name, one.name, _number(one.value), one.unit, one.aim, _verdict(one))
    Console(width=110).print(table)
    sys.stdout.flush()


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "?"
    return f"{value:.0f}" if value == int(value) or value >= 100 else f"{value:.2f}"


def _verdict(one: Figure) -> str:
    if one.met is None:
        return ""
    if one.met:
        return "met"
    return "WRONG" if one.must else "missed"
