"""A volunteer's proof of service hours: what they did and how long, for school, employer or themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.printing.sheet import INNER, MARGIN, Sheet

Row = tuple[date, str, int]
_DAY, _MINUTES = 38.0, 30.0
_WHAT = INNER - _DAY - _MINUTES
_GAP = 3.0
_SIZE = 12.0
_FOOT = 52.0  # what the last page keeps free for the sum and the signature


class Say(Protocol):
    """`Words.plain`: the sentence of a key, in the reader's language, as plain text."""

    def __call__(self, key: str, **args: object) -> str:
        """The sentence of `key`."""


def proof(
    community: str,
    name: str,
    period: tuple[date, date],
    rows: Sequence[Row],
    total_minutes: int,
    words: Say,
    font: Path | None = None,
) -> bytes:
    """A PDF of A4 pages. `rows` are (day, what was done, minutes); `period` its first and last day, both within.

    Raises FontError for a `font` that cannot be used.
    """
    title = words("proof-title")
    sheet = Sheet(title, font)
    sheet.page()
    sheet.write(community, sheet.fit(community, 16), align="C")
    sheet.write(title, sheet.fit(title, 28), bold=True, align="C")
    sheet.y += 6
    first, last = (_day(day, words) for day in period)
    total = _span(total_minutes, words)
    sheet.write(words("proof-says", name=name, community=community, start=first, end=last, total=total), 14)
    sheet.y += 6
    _head(sheet, words)
    for row in rows:
        if sheet.room < 16:
            sheet.page()
            _head(sheet, words)
        _line(sheet, _day(row[0], words), row[1], str(row[2]))
    if sheet.room < _FOOT:
        sheet.page()
    sheet.y += 3
    sheet.write(words("proof-total", total=total), 14, bold=True, align="R")
    sheet.y += 6
    sheet.write(words("proof-source"), 11)
    sheet.y += 12
    sheet.write(words("proof-signature"), 14)
    return sheet.done()


def _head(sheet: Sheet, words: Say) -> None:
    sheet.rule(thick=0.6)
    _line(sheet, words("proof-day"), words("proof-what"), words("proof-minutes"), bold=True)


def _line(sheet: Sheet, day: str, what: str, minutes: str, *, bold: bool = False) -> None:
    """One row, as high as what was done needs."""
    sheet.y += 1
    top = sheet.y
    lowest = top
    for text, x, width, align in (
        (day, MARGIN, _DAY - _GAP, "L"),
        (what, MARGIN + _DAY, _WHAT - _GAP, "L"),
        (minutes, MARGIN + _DAY + _WHAT, _MINUTES, "R"),
    ):
        sheet.y = top
        sheet.write(text, _SIZE, bold=bold, x=x, width=width, align="R" if align == "R" else "L")
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 1
    sheet.rule(thick=0.2)


def _day(day: date, words: Say) -> str:
    return words("paper-day", year=day.year, month=day.month, day=day.day)


def _span(minutes: int, words: Say) -> str:
    return words("proof-span", hours=minutes // 60, minutes=minutes % 60)
