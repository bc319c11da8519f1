"""Chinese numerals as people use them for buildings, units and rooms."""

from __future__ import annotations

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "幺": 1}
_TENS = {"十": 10, "百": 100}
NUMERAL = "零〇一二三四五六七八九十百幺"


def number_of(written: str) -> str | None:
    """The number in figures: "3" of 三, "21" of 二十一, "501" of 五零一 and 五百零一; None for zero."""
    if written.isascii():
        return written.lstrip("0") or None
    if not any(char in _TENS for char in written):
        return "".join(str(_DIGITS[char]) for char in written).lstrip("0") or None
    total, digit = 0, 0
    for char in written:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)
