"""Pages of A4 on which one writes from the top down. All measures are in millimetres, sizes of type in points."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import segno

from bot.printing.face import SHIPPED, FontError, face_of
from bot.printing.wrapping import wrap

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 18.0
INNER = WIDTH - 2 * MARGIN
_POINT = 25.4 / 72
_LEADING = 1.45  # from one line to the next, in sizes of the type
_BOLD = 0.04  # how thick the outline of bold type is, in sizes of the type
_QUIET = 4  # modules of white around a QR code, as its standard asks
_OVERLAP = 0.01  # so that no viewer shows a hair's breadth between two rows of modules
Align = Literal["L", "C", "R"]


class Sheet:
    """A document. What is written does not flow on: `room` says what is left of the page."""

    def __init__(self, title: str, font: Path | None = None) -> None:
        """Raises FontError for a font that cannot be used."""
        from fpdf import FPDF  # half a second, and only who prints needs it

        file = font or SHIPPED
        number = face_of(file)
        self._pdf = FPDF(format="A4")
        self._pdf.set_title(title)
        self._pdf.set_margin(MARGIN)
        self._pdf.c_margin = 0
        self._pdf.set_auto_page_break(False)
        try:
            self._pdf.add_font("type", fname=file, collection_font_number=number)
        except Exception as error:
            raise FontError(f"{file}: cannot be printed with ({error})") from None
        self.y = MARGIN

    @property
    def room(self) -> float:
        """What is left of the page below what was written."""
        return HEIGHT - MARGIN - self.y

    @property
    def pages(self) -> int:
        """How many there are."""
        return int(self._pdf.pages_count)

    def page(self) -> None:
        """A new one."""
        self._pdf.add_page()
        self.y = MARGIN

    def fit(self, text: str, size: float, *, width: float = INNER) -> float:
        """The size at which `text` goes into one line, `size` at most."""
        self._pdf.set_font("type", size=size)
        wide = self._pdf.get_string_width(text)
        return size if wide <= width else size * width / wide

    def write(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        align: Align = "L",
        x: float = MARGIN,
        width: float = INNER,
        typewriter: bool = False,
    ) -> float:
        """Lines of text between `x` and `x + width`; gives their height, and `y` is below them."""
        from fpdf.enums import TextMode

        self._pdf.set_font("Courier" if typewriter else "type", size=size)
        step, top = size * _POINT * _LEADING, self.y
        with self._pdf.local_context():
            if bold:
                self._pdf.set_line_width(size * _POINT * _BOLD)
                self._pdf.text_mode = TextMode.FILL_STROKE
            for line in wrap(text, width, self._pdf.get_string_width):
                self._pdf.set_xy(x, self.y)
                self._pdf.cell(width, step, line, align=align)
                self.y += step
        return self.y - top

    def rule(self, *, thick: float = 0.3, x: float = MARGIN, width: float = INNER) -> None:
        """A line across."""
        self._pdf.set_line_width(thick)
        self._pdf.line(x, self.y, x + width, self.y)

    def frame(self, height: float, *, thick: float = 0.8) -> None:
        """A box around the next `height`."""
        self._pdf.set_line_width(thick)
        self._pdf.rect(MARGIN, self.y, INNER, height)

    def qr(self, content: str, side: float) -> None:
        """A QR code in the middle, `side` wide with its white border; a seventh of it may be damaged."""
        code = segno.make_qr(content, error="m")
        rows = [list(row) for row in code.matrix_iter(border=0)]
        module = side / (len(rows) + 2 * _QUIET)
        left, top = (WIDTH - side) / 2 + _QUIET * module, self.y + _QUIET * module
        for y, row in enumerate(rows):
            x = 0
            while x < len(row):
                run = next((n for n in range(x, len(row)) if not row[n]), len(row)) - x
                if run:
                    self._pdf.rect(left + x * module, top + y * module, run * module, module + _OVERLAP, "F")
                x += run or 1
        self.y += side

    def done(self) -> bytes:
        """The document; nothing can be written any more."""
        made = bytes(self._pdf.output())
        self._pdf.fonts["type"].ttfont.close()  # type: ignore[union-attr]
        return made
