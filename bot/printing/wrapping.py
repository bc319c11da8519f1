"""Lines for paper: Chinese may break after any character, but no line begins with a closing mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_CLOSING = "，。、；：？！）】》”’…·%％"
_PIECE = re.compile(rf"[【《（“‘]*(?:[!-~\u00a0-\u024f]+|\s|.)[{_CLOSING}]*")


def wrap(text: str, width: float, width_of: Callable[[str], float]) -> Iterator[str]:
    """`text` in lines no wider than `width`, where words of other scripts stay whole if they fit."""
    for paragraph in text.split("\n"):
        line = ""
        for piece in (cut for whole in _PIECE.findall(paragraph) for cut in _cut(whole, width, width_of)):
            if line and width_of((line + piece).rstrip()) > width:
                yield line.rstrip()
                line = piece.lstrip()
            else:
                line += piece
        yield line.rstrip()


def _cut(piece: str, width: float, width_of: Callable[[str], float]) -> Iterator[str]:
    """A word longer than a whole line is broken anywhere."""
    while len(piece) > 1 and width_of(piece) > width:
        fits = next((n for n in range(len(piece) - 1, 1, -1) if width_of(piece[:n]) <= width), 1)
        yield piece[:fits]
        piece = piece[fits:]
    yield piece
