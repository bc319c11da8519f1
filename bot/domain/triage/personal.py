"""What in a text belongs to one person: phone numbers, identity numbers, e-mail addresses."""

from __future__ import annotations

import re

from bot.domain.triage.lexicon import Span
from bot.domain.triage.numerals import NUMERAL

_MOBILE = r"(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
_TAIWAN = r"(?:(?:\+|00)?886[ -]?9|09)\d{2}[ -]?\d{3}[ -]?\d{3}"
_LANDLINE = r"\(?0\d{2,3}\)?[ -]?\d{7,8}"
_ABROAD = r"\+\d{1,3}[ -]?\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}"
_IDENTITY = r"\d{17}[\dx]"
_NUMBER = re.compile(rf"(?<![\d+])(?:{_IDENTITY}|{_ABROAD}|{_MOBILE}|{_TAIWAN}|{_LANDLINE})(?!\d)")
# A number without an area code is a phone only where the text says so.
_TOLD = re.compile(
    r"(?:电话|手机|号码|联系方式|tel|phone|call|微信)(?:号|是|码)?[ :：]{0,3}(\d{3,4}[ -]?\d{4})(?!\d)"
)
_IN_CHARACTERS = re.compile(rf"(?<![{NUMERAL}])[一幺][三四五六七八九][{NUMERAL}]{{9}}(?![{NUMERAL}])")
_EMAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+")


def contacts_in(plain: str) -> list[Span]:
    """Where a folded text holds a number or an address at which somebody is reached."""
    spans = [
        found.span() for pattern in (_NUMBER, _IN_CHARACTERS, _EMAIL) for found in pattern.finditer(plain)
    ]
    return sorted(spans + [found.span(1) for found in _TOLD.finditer(plain)])
