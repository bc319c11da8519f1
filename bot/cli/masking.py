"""Phones and flats taken out of what people wrote, for lists that leave the house."""

from __future__ import annotations

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.personal import contacts_in
from bot.domain.triage.places import place_in
from bot.domain.triage.reading import read

HIDDEN = "**"
_AT_MOST = 20
"""Flats are found one at a time; a text that names more of them than this is not shown at all."""


def masked(text: str, playbook: Playbook) -> str:
    """`text` without phone numbers, units and rooms; the building stays, as neighbours may know it."""
    for _ in range(_AT_MOST):
        reading = read(text, playbook)
        spans = [*contacts_in(reading.plain), *place_in(reading, playbook, Place()).doors]
        # Words that were spaced out are put together in the plain form: places are counted in that one then.
        text = reading.text if len(reading.text) == len(reading.plain) else reading.plain
        if not spans:
            return text
        for start, end in sorted(spans, reverse=True):
            text = f"{text[:start]}{HIDDEN}{text[end:]}"
    return HIDDEN
