"""An .xlsx as a stream of rows: only as much of it is in memory as was just read.

Why not a library: docs/decisions/005-reading-sheets.md.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.errors import RuleError
from bot.rosters import limits
from bot.rosters.book import Cell, Failed, Line
from bot.rosters.packed import open_packed
from bot.rosters.parts import Attributes, SheetPart, date_styles, parse, shared_texts, sheet_parts

_REF = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED = re.compile(rb'mergeCell\s+ref\s*=\s*["\']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["\']')
_DAYS = (date(1899, 12, 30), date(1904, 1, 1))
_FIGURES = "0123456789"
_LAST_SERIAL = 2_958_465  # 9999-12-31

Range = tuple[int, int, int]  # first column, last column, last row


class XlsxBook:
    """A workbook. Raises RuleError where `open_packed` does, and for a workbook without sheets."""

    def __init__(self, data: bytes) -> None:
        self._packed = open_packed(data)
        parts, since_1904 = sheet_parts(self._packed)
        self._texts: list[str] = []
        styles = date_styles(self._packed)
        read = [XlsxSheet(self._packed, one, self._texts, styles, _DAYS[since_1904]) for one in parts]
        self.sheets: tuple[XlsxSheet, ...] = tuple(read)

    def prepare(self) -> Iterator[None]:
        """Reads the texts all sheets share, a piece at each step."""
        yield from shared_texts(self._packed, self._texts)


class XlsxSheet:
    """One sheet."""

    def __init__(
        self, packed: zipfile.ZipFile, part: SheetPart, texts: list[str], dated: frozenset[str], day_0: date
    ) -> None:
        self.name = part.name
        self.hidden = part.hidden
        self._packed = packed
        self._part = part.part
        self._size = max(1, packed.getinfo(part.part).file_size)
        self._read = 0
        self._rows = _Rows(texts, dated, day_0)

    @property
    def share(self) -> float:
        """How much of it has been read, 0 to 1."""
        return min(1.0, self._read / self._size)

    def lines(self) -> Iterator[Line | None]:
        """Its rows with something in them; None after each piece that held none."""
        merged: dict[int, dict[int, Range]] = {}
        for _ in _merged(self._packed, self._part, merged):
            yield None
        rows, above = self._rows, _Above()
        for read in parse(self._packed, self._part, rows.start, rows.end, rows.text):
            self._read = read
            if not rows.done:
                yield None
            while rows.done:
                number, cells, hidden = rows.done.popleft()
                line = above.line(number, cells, hidden, merged)
                if line.cells:
                    yield line


class _Above:
    """What merged cells further up say for the rows below them."""

    def __init__(self) -> None:
        self._reaching: dict[int, tuple[Cell, int]] = {}

    def line(
        self, number: int, cells: dict[int, Cell], hidden: bool, merged: dict[int, dict[int, Range]]
    ) -> Line:
        here = merged.get(number, {})
        for first, _, last_row in here.values():
            if last_row > number and cells.get(first) is not None:
                self._reaching[first] = (cells[first], last_row)
        self._reaching = {at: it for at, it in self._reaching.items() if it[1] >= number}
        filled = {at: value for at, (value, _) in self._reaching.items()}
        return Line(number, cells, hidden, filled, {first: last for first, last, _ in here.values()})


class _Rows:
    """Puts rows together from the elements of a sheet."""

    def __init__(self, texts: list[str], dated: frozenset[str], day_0: date) -> None:
        self.done: deque[tuple[int, dict[int, Cell], bool]] = deque()
        self._texts, self._dated, self._day_0 = texts, dated, day_0
        self._row = self._column = self._seen = self._filled = 0
        self._hidden = self._inside = self._aloud = False
        self._cells: dict[int, Cell] = {}
        self._kind, self._style = "n", ""
        self._pieces: list[str] = []

    def start(self, name: str, at: Attributes) -> None:
        """An element begins."""
        if name == "c":
            ref = at.get("r")
            self._column = _column_of(ref.rstrip(_FIGURES)) if ref else self._column + 1
            if self._column >= limits.COLUMNS:
                raise RuleError("roster-too-wide", n=limits.COLUMNS)
            self._kind = at.get("t", "n")
            self._style = at.get("s", "")
            self._pieces.clear()
        elif name in ("v", "t"):
            self._inside = not self._aloud
        elif name == "row":
            self._seen += 1
            self._row = int(at.get("r", self._row + 1))
            if not 0 < self._row <= limits.ROWS or self._seen > limits.ROWS:
                raise RuleError("roster-broken")
            self._hidden = at.get("hidden") in ("1", "true") or float(at.get("ht", 1)) == 0
            self._cells, self._column = {}, -1
        elif name == "rPh":
            self._aloud = True

    def text(self, piece: str) -> None:
        """Characters inside a value."""
        if self._inside:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("v", "t"):
            self._inside = False
        elif name == "c":
            if self._pieces and (value := self._value("".join(self._pieces)[: limits.CELL])) is not None:
                self._cells[self._column] = value
        elif name == "rPh":
            self._aloud = False
        elif name == "row":
            self._filled += bool(self._cells)
            if self._filled > limits.FILLED:
                raise RuleError("roster-too-many-rows", n=limits.FILLED)
            self.done.append((self._row, self._cells, self._hidden))

    def _value(self, text: str) -> Cell:
        """A cell's value; a number shown as a date becomes the date."""
        try:
            if self._kind == "s":
                return self._texts[int(text)].strip() or None
            if self._kind in ("str", "inlineStr"):
                return text.strip() or None
            if self._kind == "e":
                return Failed(text)
            if self._kind == "b":
                return text.strip() == "1"
            if self._kind == "d":
                return date.fromisoformat(text[:10])
            number = float(text)
            if not math.isfinite(number):
                return Failed(text)
            if self._style in self._dated and 1 <= number <= _LAST_SERIAL:
                return self._day_0 + timedelta(days=int(number))
            return int(number) if number.is_integer() else number
        except (ValueError, IndexError, OverflowError):
            raise RuleError("roster-broken") from None


@lru_cache(maxsize=1_000)
def _column_of(letters: str) -> int:
    """The column of that name, from 0: 0 of A, 27 of AB. Raises ValueError for none."""
    number = 0
    for char in letters:
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(char) + 1
    return number - 1


def _merged(packed: zipfile.ZipFile, part: str, found: dict[int, dict[int, Range]]) -> Iterator[None]:
    """Fills `found` with merged ranges by their first row and column, a piece at each step.

    They stand at the end of a sheet, so it is unpacked for them before its rows are read.
    """
    tail, count = b"", 0
    with packed.open(part) as stream:
        while chunk := stream.read(1 << 20):
            text = tail + chunk
            after = 0
            for ref in _MERGED.finditer(text):
                after = ref.end()
                count += 1
                first, last = (_REF.fullmatch(one.decode()) for one in ref.groups())
                if first is None or last is None or count > limits.MERGES:
                    continue
                at = _column_of(first[1])
                found.setdefault(int(first[2]), {})[at] = (at, _column_of(last[1]), int(last[2]))
            tail = text[max(after, len(text) - 100) :]
            yield
