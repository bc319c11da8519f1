"""A PDF's pages as pictures, for who sends a poster through a chat instead of printing it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2

_POINTS_PER_INCH = 72


def pictures(pdf: bytes, dpi: int = 150) -> Iterator[bytes]:
    """Each page as a PNG, in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True).to_pil()
            held = io.BytesIO()
            picture.save(held, "PNG")
            yield held.getvalue()
    finally:
        document.close()
