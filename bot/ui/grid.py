"""Buttons side by side, as many as a small phone shows whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.ui.buttons import Button
from bot.ui.phone import fits
from bot.ui.screen import Key, Reader, Rows


def grid(keys: Iterable[Key], columns: int) -> Rows:
    """So many in a row; fewer where a phone would cut one of them."""
    rows: Rows = []
    for key in keys:
        beside = [*rows[-1], key] if rows else []
        if beside and len(beside) <= columns and all(fits(one.text, len(beside)) for one in beside):
            rows[-1] = beside
        else:
            rows.append([key])
    return rows


def choice(label: str, button: Button, *, chosen: bool = False, mark: str = "✓") -> Key:
    """A button named by data rather than by a sentence; marked where it is what is chosen now."""
    return Key(f"{mark} {label}" if chosen else label, button.pack())


def turning(reader: Reader, page: int, size: int, count: int, button: Callable[[int], Button]) -> list[Key]:
    """上一页 and 下一页 of `count` lines, `size` a page, as far as there are such; `button` leads to a page."""
    keys = [reader.key("button-page-before", button(page - 1))] if page > 0 else []
    if (page + 1) * size < count:
        keys.append(reader.key("button-page-after", button(page + 1)))
    return keys
