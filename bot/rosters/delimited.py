"""A .csv as a stream of rows, however it was saved: UTF-8, GB18030 or UTF-16, with , ; or tab between."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from bot.domain.errors import RuleError
from bot.domain.triage.writing import fold
from bot.rosters import limits
from bot.rosters.book import Cell, Line

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
_SEPARATORS = ",;\t"
_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_HEAD = 20
_SAMPLE = 20_000
_WORDS = ("姓名", "电话", "手机", "地址", "小区", "楼", "单元", "房号", "服务队", "备注")
"""Of which a roster has some in its heading."""
_PAUSE = 500


class CsvBook:
    """The one sheet of a .csv. Raises RuleError("roster-not-a-sheet") for what is no text."""

    def __init__(self, data: bytes) -> None:
        self.sheets: tuple[CsvSheet, ...] = (CsvSheet(_decoded(data)),)

    def prepare(self) -> Iterator[None]:
        """There is nothing to read first."""
        yield from ()


class CsvSheet:
    """The rows of a .csv; it hides nothing."""

    name = "CSV"
    hidden = False

    def __init__(self, text: str) -> None:
        if text.count("\n") > limits.ROWS:
            raise RuleError("roster-too-many-rows", n=limits.FILLED)
        told = _TOLD.match(text)
        self._above = 1 if told else 0
        self._text = text[told.end() :] if told else text
        self._separator = told[1] if told else _separator(self._text)
        self._read = 0

    @property
    def share(self) -> float:
        """How much of it has been read, 0 to 1."""
        return min(1.0, self._read / max(1, len(self._text)))

    def lines(self) -> Iterator[Line | None]:
        """Its rows with something in them. Raises RuleError where a quote is never closed, or a row is too wide."""
        stream = io.StringIO(self._text, newline="")
        filled = 0
        try:
            for number, row in enumerate(csv.reader(stream, delimiter=self._separator), 1 + self._above):
                self._read = stream.tell()
                if len(row) > limits.COLUMNS:
                    raise RuleError("roster-too-wide", n=limits.COLUMNS)
                cells: dict[int, Cell] = {
                    at: said for at, cell in enumerate(row) if (said := unmarked(cell[: limits.CELL].strip()))
                }
                filled += bool(cells)
                if filled > limits.FILLED:
                    raise RuleError("roster-too-many-rows", n=limits.FILLED)
                if cells:
                    yield Line(number, cells)
                elif number % _PAUSE == 0:
                    yield None
        except csv.Error:
            raise RuleError("roster-broken") from None


def unmarked(text: str) -> str:
    """Without the ' that our own writing puts before what a spreadsheet would run."""
    return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in tuple("=+-@\t\r") else text


def _decoded(data: bytes) -> str:
    """The text, by its mark, by how UTF-16 looks, as UTF-8, or as what Chinese Excel writes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data, encoding)
    head = data[:200]
    if head.count(0) > len(head) // 4:
        return _text(data, "utf_16_le" if head[1::2].count(0) >= head[::2].count(0) else "utf_16_be")
    for encoding in ("utf-8", _chinese(head=data[:_SAMPLE])):
        try:
            return _text(data, encoding)
        except RuleError:
            continue
    return _text(data, "gb18030")


def _chinese(head: bytes) -> str:
    """What Excel writes in China, or in Taiwan and Hong Kong: most bytes are characters in either, words in one."""
    words = {
        encoding: sum(fold(head.decode(encoding, "ignore")).count(word) for word in _WORDS)
        for encoding in ("gb18030", "big5hkscs")
    }
    return max(words, key=lambda encoding: words[encoding])


def _text(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise RuleError("roster-not-a-sheet") from None
    if "\0" in text:
        raise RuleError("roster-not-a-sheet")
    return text


def _separator(text: str) -> str:
    """The separator that divides most of the first lines."""
    head = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:_HEAD]
    return max(_SEPARATORS, key=lambda mark: sum(min(line.count(mark), 50) for line in head))
