"""A sentence that says what to press names a button as it is written there, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.ui.bundles import LANGUAGES

LOCALES = Path(__file__).parents[2] / "locales"
SENTENCE = re.compile(r"^([a-z][\w-]+) = ((?:.*)(?:\n[ \t]+.*|\n(?=\n[ \t]))*)", re.M)
NAMED = {"en": re.compile(r"[Pp]ress(?:es|ed)? [\"“]([^\"”{]+)[\"”]")}
IN_BRACKETS = re.compile(r"【([^】{]+)】")


def sentences(name: str) -> dict[str, str]:
    """As they stand in its files, variants and all."""
    files = (LOCALES / name).glob("*.ftl")
    return {key: text for one in files for key, text in SENTENCE.findall(one.read_text("utf-8"))}


def labels(every: dict[str, str]) -> set[str]:
    """What stands on buttons, without numbers and dots."""
    raw = [text for key, text in every.items() if key.startswith(("button-", "menu-"))]
    lines = [line for text in raw for line in (text, *re.findall(r"\] (.*)", text))]
    return {re.sub(r"[·\s]|\{[^}]*\}", "", one) for one in lines}


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_one_is_told_to_press_is_there(name: str) -> None:
    every = sentences(name)
    there, named = labels(every), NAMED.get(name, IN_BRACKETS)
    missing = [
        f"{key}: {said}"
        for key, text in every.items()
        for said in named.findall(text)
        if re.sub(r"\s", "", said) not in there
    ]
    assert missing == []
