"""A week's visits on paper, for days without Telegram: whom, where, and boxes for what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.printing.proof import Say
from bot.printing.sheet import INNER, MARGIN, Sheet

_SIZE = 12.0
_NUMBER, _DOOR, _WHO = 20.0, 46.0, 34.0
_BOXES = INNER - _NUMBER - _DOOR - _WHO
_GAP = 2.0
_ROW = 24.0  # what a row needs at most before the next page begins


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One visit: the number its result is entered under, the door, who lives there, and from when to when."""

    number: str
    door: str
    who: str
    opens: str
    due: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A helper's or a building's; it goes on over as many pages as it needs."""

    title: str
    lines: Sequence[RoundLine]


def rounds(pages: Sequence[RoundPage], heading: str, words: Say, font: Path | None = None) -> bytes:
    """A PDF of A4 pages, each with one title only. Raises FontError for a `font` that cannot be used."""
    sheet = Sheet(heading, font)
    for page in pages:
        _head(sheet, page, heading, words)
        for line in page.lines:
            if sheet.room < _ROW:
                _head(sheet, page, heading, words)
            _line(sheet, line, words)
    return sheet.done()


def _head(sheet: Sheet, page: RoundPage, heading: str, words: Say) -> None:
    sheet.page()
    sheet.write(heading, sheet.fit(heading, 14), align="C")
    sheet.write(page.title, sheet.fit(page.title, 22), bold=True, align="C")
    sheet.y += 2
    sheet.write(words("round-rule"), 10)
    sheet.y += 3
    sheet.rule(thick=0.6)


def _line(sheet: Sheet, line: RoundLine, words: Say) -> None:
    sheet.y += 2
    top = lowest = sheet.y
    x = MARGIN
    boxes = words("round-boxes", first=line.opens, due=line.due)
    for text, width in ((line.number, _NUMBER), (line.door, _DOOR), (line.who, _WHO), (boxes, _BOXES)):
        sheet.y = top
        sheet.write(text, _SIZE, x=x, width=width - _GAP, bold=text is line.number)
        lowest, x = max(lowest, sheet.y), x + width
    sheet.y = lowest + 3
    sheet.rule(thick=0.2)
