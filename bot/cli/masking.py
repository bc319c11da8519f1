"""Phones and flats taken out of what people wrote, for lists that leave the house."""

from __future__ import annotations

import re

HIDDEN = "***"
_DIGIT = "[0-9〇零一二三四五六七八九十百]"
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(?:1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]?\d{7,8})(?!\d)")
_DASHED = re.compile(r"(?<![\d-])(\d{1,2})-\d{1,2}-\d{3,4}(?![\d-])")
_UNIT = re.compile(rf"{_DIGIT}+ ?(?:单元|單元)(?: ?{_DIGIT}{{3,5}} ?[室房]?)?")
_ROOM = re.compile(rf"{_DIGIT}{{3,5}} ?[室房]")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－", "0123456789-")


def masked(text: str) -> str:
    """`text` without phone numbers, units and rooms; the building stays, as neighbours may know it."""
    plain = text.translate(_HALF_WIDTH)
    for pattern, left in ((_PHONE, HIDDEN), (_DASHED, rf"\1-{HIDDEN}"), (_UNIT, HIDDEN), (_ROOM, HIDDEN)):
        plain = pattern.sub(left, plain)
    return plain
