"""One plain page for something to be kept: a title, a few lines, perhaps a code as type and as QR."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.printing.sheet import Sheet

_QR_MM = 80.0
_GROUP, _GROUPS = 4, 6


def paper(
    title: str, lines: Sequence[str], qr: str | None = None, *, code: str = "", font: Path | None = None
) -> bytes:
    """A PDF of one A4 page. `code` is printed in a typewriter's letters by groups of four, so that it can be typed.

    More lines than a page holds go on to the next. Raises FontError for a `font` that cannot be used.
    """
    sheet = Sheet(title, font)
    sheet.page()
    sheet.write(title, sheet.fit(title, 28), bold=True, align="C")
    sheet.y += 6
    if qr is not None:
        sheet.qr(qr, _QR_MM)
    for row in _grouped(code):
        sheet.write(row, 20, align="C", typewriter=True)
    sheet.y += 6
    for line in lines:
        if sheet.room < 16:
            sheet.page()
        sheet.write(line, 14)
        sheet.y += 2
    return sheet.done()


def _grouped(code: str) -> list[str]:
    groups = [code[at : at + _GROUP] for at in range(0, len(code), _GROUP)]
    return [" ".join(groups[at : at + _GROUPS]) for at in range(0, len(groups), _GROUPS)]
