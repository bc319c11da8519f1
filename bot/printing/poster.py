"""The poster on a building's door: whose it is, the code to scan, and three lines an old person understands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.printing.sheet import HEIGHT, MARGIN, Sheet

_QR_MM = 96.0


@dataclass(frozen=True, slots=True)
class Poster:
    """One page, in the words people read. `link` is what the QR holds, `payload` its end, for who types it."""

    community: str
    compound: str
    door: str
    lines: tuple[str, ...]
    dial: str
    link: str
    payload: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything on it."""
        return (self.community, self.compound, self.door, *self.lines, self.dial, self.link, self.payload)


def posters(pages: Iterable[Poster], title: str, font: Path | None = None) -> bytes:
    """A PDF of A4 pages, one a poster. Raises FontError for a `font` that cannot be used."""
    sheet = Sheet(title, font)
    for poster in pages:
        sheet.page()
        _draw(sheet, poster)
    return sheet.done()


def _draw(sheet: Sheet, poster: Poster) -> None:
    sheet.y = MARGIN - 4
    sheet.write(poster.community, sheet.fit(poster.community, 26), align="C")
    sheet.write(poster.compound, sheet.fit(poster.compound, 46), bold=True, align="C")
    sheet.write(poster.door, sheet.fit(poster.door, 64), bold=True, align="C")
    sheet.qr(poster.link, _QR_MM)
    size = min((sheet.fit(line, 26) for line in poster.lines), default=26)
    for line in poster.lines:
        sheet.write(line, size, align="C")
        sheet.y += 1
    sheet.y = HEIGHT - MARGIN - 30
    sheet.frame(17)
    sheet.y += 3
    sheet.write(poster.dial, sheet.fit(poster.dial, 20, width=160), bold=True, align="C")
    sheet.y = HEIGHT - MARGIN - 8
    sheet.write(poster.link, sheet.fit(poster.link, 10), align="C")
    sheet.write(poster.payload, 10, align="C", typewriter=True)
