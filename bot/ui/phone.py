"""What a phone of 360 pixels shows of a button before it cuts the label off."""

from __future__ import annotations

from unicodedata import east_asian_width

ROOM = {1: 33, 2: 15, 3: 10, 4: 7}
"""How wide a label may be where so many stand side by side, in halves of a Chinese character; beyond four nothing is
known to be cut (★ to ★★★★★). Measured in Telegram's letters of 15 pixels, in a bubble of 270."""


def width(text: str) -> int:
    """In halves of a Chinese character."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def fits(label: str, columns: int) -> bool:
    """Is it shown whole beside so many less one?"""
    return columns not in ROOM or width(label) <= ROOM[columns]


def cut(text: str, room: int = ROOM[1]) -> str:
    """As much of it as there is room for, with a … where something is missing."""
    if width(text) <= room:
        return text
    kept = text
    while width(kept) > room - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
