"""Phone numbers as rosters write them: several in a cell, with labels, +86, as numbers that Excel mangled."""

from __future__ import annotations

import re

from bot.domain.triage.writing import fold
from bot.rosters.book import Cell
from bot.rosters.cells import WrongCell, said

_BETWEEN = re.compile(r"[;；/、,，|\n\\]|或|和")
_REMARK = re.compile(r"\([^)]*\)?(?=\D|$)|[^\d+()e.\s-]+")
_ROUNDED = re.compile(r"(\d)(?:\.(\d+))?e\+?(\d{1,2})")
_SPACING = re.compile(r"[\s().-]+")
_MOBILE = re.compile(r"(?:\+|00)?(?:86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(?:(?:\+|00)86)?0?((?:10|2\d)|[3-9]\d{2})([2-9]\d{6,7})")
_LOCAL = re.compile(r"[2-9]\d{6,7}|400\d{7}")
_ABROAD = re.compile(r"(?:\+|00)([1-9]\d{7,14})")
_EXTENSION = re.compile(r"^(.*\d{7,8})\s*(?:-|转|ext\.?)\s*(\d{1,5})$")


def phones_of(cell: Cell) -> tuple[str, ...]:
    """The numbers of a cell, each once: 13800000000, 0592-5550000, 0592-5550000-12, +85255500000.

    Raises WrongCell for what is no number, or one Excel has rounded (1.38E+10).
    """
    text = said(cell)
    if text is None:
        return ()
    found: list[str] = []
    for part in _BETWEEN.split(fold(text)):
        if part.strip():
            found += _numbers(part.strip(), text)
    return tuple(dict.fromkeys(found))


def _numbers(part: str, whole: str) -> list[str]:
    """One number, or several with only spaces between."""
    rounded = _ROUNDED.fullmatch(part)
    if rounded:
        part = _unrounded(*rounded.groups(), whole=whole)
    if one := _number(part):
        return [one]
    plain = _REMARK.sub(" ", part).strip()
    if not any(char.isdigit() for char in plain):
        return _none_in(part, whole)
    if one := _number(plain):
        return [one]
    several = [_number(piece) for piece in plain.split()]
    if not all(several):
        raise WrongCell("row-phone-wrong", value=whole)
    return [one for one in several if one]


def _none_in(part: str, whole: str) -> list[str]:
    if said(part) is None:
        return []
    raise WrongCell("row-phone-wrong", value=whole)


def _unrounded(first: str, rest: str | None, power: str, *, whole: str) -> str:
    """1.3800000001E+10 in full; raises WrongCell where digits are lost."""
    if len(rest or "") != int(power):
        raise WrongCell("row-phone-rounded", value=whole)
    return first + (rest or "")


def _number(written: str) -> str | None:
    """One number in its one form; None where it is none."""
    extended = _EXTENSION.match(written)
    if extended and (main := _number(extended[1])) and not main.startswith(("1", "+")):
        return f"{main}-{extended[2]}"
    compact = _SPACING.sub("", written)
    if mobile := _MOBILE.fullmatch(compact):
        return mobile[1]
    landline = _LANDLINE.fullmatch(compact)
    if landline and (compact.startswith(("0", "+"))):
        return f"0{landline[1]}-{landline[2]}"
    if _LOCAL.fullmatch(compact):
        return compact
    abroad = _ABROAD.fullmatch(compact)
    return f"+{abroad[1]}" if abroad and not abroad[1].startswith("86") else None
