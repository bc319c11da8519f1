"""A file of rows as every kind of sheet gives them: sheets, lines, cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


class Failed(str):
    """A cell whose formula ended in an error: #REF!, #N/A."""

    __slots__ = ()


Cell = str | int | float | bool | date | None
"""What a cell holds; None where it is empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet, with its number there.

    `cells` are those written in this row, by column from 0; `filled` adds what a merged cell above says for
    this row too. `wide` are merged cells that begin in this row: first column → last.
    """

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False
    filled: Mapping[int, Cell] = field(default_factory=dict)
    wide: Mapping[int, int] = field(default_factory=dict)

    def cell(self, column: int) -> Cell:
        """The value at a column, its own or a merged cell's."""
        own = self.cells.get(column)
        return self.filled.get(column) if own is None else own


class SheetOfRows(Protocol):
    """One sheet of a file."""

    @property
    def name(self) -> str:
        """Its name; empty where it has none."""

    @property
    def hidden(self) -> bool:
        """Whether people do not see it."""

    def lines(self) -> Iterator[Line | None]:
        """Its rows from the top, blank ones left out; None now and then where reading took a while without one."""

    @property
    def share(self) -> float:
        """How much of it has been read, 0 to 1."""


class Book(Protocol):
    """A file that has passed every guard."""

    @property
    def sheets(self) -> Sequence[SheetOfRows]:
        """Its sheets, in order."""

    def prepare(self) -> Iterator[None]:
        """Reads what all sheets share, a little at each step; must be done before any lines are asked for."""
