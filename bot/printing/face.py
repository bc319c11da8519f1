"""The typeface: Noto Sans CJK SC with every character of GBK, shipped with us because a bare machine has none.

`OFL.txt` beside it is its licence.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

SHIPPED = Path(__file__).with_name("NotoSansCJKsc-Linli.otf")
_KINDS = (".otf", ".ttf", ".ttc")


class FontError(Exception):
    """A font file that cannot be used; says why."""


def face_of(font: Path) -> int:
    """Which face of a collection is the simplified Chinese one; 0 for a font alone. Raises FontError."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    if font.suffix.lower() not in _KINDS:
        raise FontError(f"{font}: a font is a file {', '.join(_KINDS)}")
    try:
        held = io.BytesIO(font.read_bytes())
        if font.suffix.lower() != ".ttc":
            TTFont(held, lazy=True).getBestCmap()
            return 0
        names = [str(face["name"].getDebugName(1)) for face in TTCollection(held, lazy=True).fonts]
    except (OSError, TTLibError, KeyError, AssertionError) as error:
        raise FontError(f"{font}: cannot be read as a font ({error or type(error).__name__})") from None
    return next((number for number, name in enumerate(names) if name.endswith(" SC")), 0)


def unprintable(texts: Iterable[str], font: Path | None = None) -> str:
    """The characters of `texts` that the font has no picture of; "" when all is well. Raises FontError."""
    from fontTools.ttLib import TTFont

    file = font or SHIPPED
    with TTFont(file, fontNumber=face_of(file), lazy=True) as face:
        known = face.getBestCmap()
    return "".join(
        sorted({sign for text in texts for sign in text if ord(sign) not in known and sign != "\n"})
    )
