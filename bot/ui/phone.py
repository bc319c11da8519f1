"""What a phone of 360 pixels shows of a button before it cuts the label off."""

from __future__ import annotations

from unicodedata import east_asian_width

ROOM = {1: 33.0, 2: 15.0, 3: 10.0, 4: 7.0}
"""How wide a label may be where so many stand side by side, in halves of a Chinese character; beyond four nothing is
known to be cut (★ to ★★★★★). Measured in Telegram's letters of 15 pixels, in a bubble of 270."""
_THIN = frozenset(" :.,·'!|()-–ijltfrI1")
_BROAD = frozenset("mwMW✓")


def width(text: str) -> float:
    """In halves of a Chinese character, of letters as wide as they are in most type."""
    return sum(_wide(one) for one in text)


def _wide(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 2
    if letter in _THIN:
        return 0.65
    return 1.3 if letter in _BROAD or letter.isupper() else 1.1


def fits(label: str, columns: int) -> bool:
    """Is it shown whole beside so many less one?"""
    return columns not in ROOM or width(label) <= ROOM[columns]


def cut(text: str, room: float = ROOM[1]) -> str:
    """As much of it as there is room for, with a … where something is missing."""
    if width(text) <= room:
        return text
    kept = text
    while width(kept) > room - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
