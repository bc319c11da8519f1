"""A PDF read back: its words as a viewer finds them, its pages as a printer draws them, its QR as a phone reads it."""

from __future__ import annotations

import io

import pypdfium2
import zxingcpp
from PIL import Image

from bot.printing.pictures import pictures


def words_of(pdf: bytes) -> list[str]:
    """The text of each page, without the line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]
    finally:
        document.close()


def scanned(picture: bytes) -> list[str]:
    """What a phone reads from that picture."""
    return [code.text for code in zxingcpp.read_barcodes(drawn(picture))]


def scans_of(pdf: bytes) -> list[list[str]]:
    """What a phone reads from each page."""
    return [scanned(picture) for picture in pictures(pdf, dpi=100)]


def drawn(picture: bytes) -> Image.Image:
    """A picture in memory."""
    return Image.open(io.BytesIO(picture))


def ink(picture: bytes, box: tuple[float, float, float, float]) -> float:
    """How much of that part of the page (fractions of width and height) is black, 0 to 1."""
    page = drawn(picture).convert("1")
    left, top, right, bottom = box
    part = page.crop(
        (int(left * page.width), int(top * page.height), int(right * page.width), int(bottom * page.height))
    )
    return 1 - sum(part.convert("L").histogram()[128:]) / (part.width * part.height)
