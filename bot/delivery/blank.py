"""What stands in the place of a file that is too old to be deleted."""

from __future__ import annotations

import struct
import zlib
from functools import cache

from telegram import InputMediaDocument, InputMediaPhoto
from telegram.constants import ParseMode

SEEN = ("photo", "video", "animation", "audio")
"""What a picture can take the place of; a voice can be replaced by nothing, and in
an album of music Telegram takes music only."""
_WIDTH, _HEIGHT, _GREY = 320, 120, 0xE6


def blank_for(kind: str, caption: str = "") -> InputMediaPhoto | InputMediaDocument | None:
    """An empty picture, or an empty document; None where Telegram lets neither take its place."""
    if kind in SEEN:
        return InputMediaPhoto(_picture(), caption or None, ParseMode.HTML, filename="blank.png")
    if kind == "document":
        return InputMediaDocument(
            b"-\n", filename="blank.txt", caption=caption or None, parse_mode=ParseMode.HTML
        )
    return None


@cache
def _picture() -> bytes:
    """A small grey PNG."""
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + bytes([_GREY]) * _WIDTH) * _HEIGHT, 9)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", lines), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
