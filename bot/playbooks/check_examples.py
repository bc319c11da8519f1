"""What types cannot tell about a playbook's examples and spellings: of what there is none, and what is said twice."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.triage.writing import fold
from bot.playbooks.lines import Path
from bot.playbooks.mistakes import did_you_mean
from bot.playbooks.sheet import Sheet

Found = Iterator[tuple[Path, str]]


def example_mistakes(sheet: Sheet) -> Found:
    """Every mistake in the sentences and spellings a playbook learns from."""
    dangers = [one.key for one in sheet.danger]
    categories = [one.key for one in sheet.category]
    said: set[str] = set()
    for position, one in enumerate(sheet.example):
        at: Path = ("example", position)
        if one.danger is not None and one.category is not None:
            yield at, "examples are of a danger or of a category, not of both: a danger has its own category"
        yield from _unknown((*at, "danger"), "example: there is no danger", one.danger, dangers)
        yield from _unknown((*at, "category"), "example: there is no category", one.category, categories)
        for number, say in enumerate(one.say):
            if fold(say) in said:
                yield (*at, "say", number), f"the example “{say}” is said twice"
            said.add(fold(say))
    for wrong, right in sheet.spellings.items():
        if len(wrong) != len(right):
            yield ("spellings", wrong), f"“{wrong}” and “{right}” must be of the same length"


def _unknown(path: Path, what: str, name: str | None, known: list[str]) -> Found:
    if name is not None and name not in known:
        yield path, f"{what} “{name}”" + did_you_mean(name, known)
