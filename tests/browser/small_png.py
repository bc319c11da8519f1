"""Screenshots as small files: 256 colours are plenty for cards, and take a third of the bytes."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
Colour = bytes


def shrink(png: bytes) -> bytes:
    """The same picture with a palette. Reads what Chromium writes: 8 bits, RGB or RGBA, not interlaced."""
    chunks = list(_chunks(png))
    width, height, _, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    size = {2: 3, 6: 4}[kind]
    packed = b"".join(body for name, body in chunks if name == b"IDAT")
    rows = _rows(zlib.decompress(packed), width * size, size)
    pixels = [[bytes(row[at : at + 3]) for at in range(0, len(row), size)] for row in rows]
    palette, number = _palette(Counter(colour for row in pixels for colour in row))
    lines = b"".join(b"\0" + bytes(map(number.__getitem__, row)) for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [
        (b"IHDR", head),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in parts)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, length: int, size: int) -> Iterator[bytearray]:
    """Each row as it was before PNG's filter, which tells a byte by its neighbours left and above."""
    above = bytearray(length)
    for at in range(0, len(data), length + 1):
        row = bytearray(data[at + 1 : at + 1 + length])
        _unfilter(data[at], row, above, size)
        yield row
        above = row


def _unfilter(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    for i in range(len(row)) if kind else ():
        left = row[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[kind]
        row[i] = (row[i] + guess) & 0xFF


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def _palette(counted: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """The commonest colours, no two of them nearly alike, and for every colour the number of the nearest."""
    palette: dict[Colour, Colour] = {}
    for colour, _ in counted.most_common():
        if len(palette) < COLOURS:
            palette.setdefault(bytes(part >> 3 for part in colour), colour)
    chosen = list(palette.values())
    number = {colour: min(range(len(chosen)), key=lambda at: _far(chosen[at], colour)) for colour in counted}
    return chosen, number


def _far(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
