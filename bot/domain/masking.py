"""Phones and flats taken out of what people wrote, for lists that leave the house."""

from __future__ import annotations

import re

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.numerals import NUMERAL
from bot.domain.triage.personal import contacts_in
from bot.domain.triage.places import place_in
from bot.domain.triage.reading import read
from bot.domain.triage.writing import clean, fold

HIDDEN = "**"
_N = f"[0-9{NUMERAL}]"
_DOORS = (
    re.compile(r"(?<![\d-])(?:\d{1,2}|[a-z])-((?:\d{1,2}-)?\d{3,4})(?![\d-])"),
    re.compile(rf"({_N}{{1,3}}) ?单元"),
    re.compile(rf"(?:号楼|[栋幢座]|单元) ?({_N}{{3,5}})(?!{_N}|[元块年月])"),
    re.compile(rf"({_N}{{3,5}}) ?(?:室|房(?![间租价子东])|号房)"),
    re.compile(r"(?:我家|家住|我住|住在?) ?(\d{3,4})(?!\d)"),
)
"""What a folded text gives away of a door stands in the group."""


def masked(text: str, playbook: Playbook) -> str:
    """`text` without phone numbers, units and rooms; the building stays, as neighbours may know it."""
    text = clean(text)
    plain = fold(text)  # character for character
    doors = [found.span(1) for door in _DOORS for found in door.finditer(plain)]
    text = _without(text, [*contacts_in(plain), *doors])
    room = place_in(read(text, playbook), playbook, Place()).room
    return text.replace(room, HIDDEN) if room else text


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            kept += text[at:start] + HIDDEN
        at = max(at, end)
    return kept + text[at:]
