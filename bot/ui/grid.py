"""Buttons side by side, as many as a small phone shows whole."""

from __future__ import annotations

from collections.abc import Iterable

from bot.ui.buttons import Button
from bot.ui.screen import Key, Rows


def grid(keys: Iterable[Key], columns: int) -> Rows:
    """So many in a row."""
    line = list(keys)
    return [line[i : i + columns] for i in range(0, len(line), columns)]


def choice(label: str, button: Button, *, chosen: bool = False, mark: str = "✓") -> Key:
    """A button named by data rather than by a sentence; marked where it is what is chosen now."""
    return Key(f"{mark} {label}" if chosen else label, button.pack())
