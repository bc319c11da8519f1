"""Results from paper, as a coordinator types them: a number and what came of it on each line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.triage.writing import fold
from bot.domain.visit.states import Outcome

_LINE = re.compile(r"[#Tt№]?\s*(\d{1,10})\s*(?:号|號)?\s*[.、，,:：\-)）]?\s*(.*)")
MOST = 200
"""Lines of one message."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be read."""

    number: int
    outcome: Outcome
    line: str


def read_entries(text: str, words: Mapping[Outcome, Sequence[str]]) -> tuple[list[Entry], list[str]]:
    """What could be read, and the lines that could not, as they were written. `words`: what people call each outcome.

    A number that comes twice with different words is read neither time: nobody knows which is right.
    """
    said = sorted(
        ((_plain(word), outcome) for outcome, each in words.items() for word in each if word.strip()),
        key=lambda one: -len(one[0]),
    )
    found: list[Entry] = []
    wrong: list[str] = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        match = _LINE.fullmatch(fold(line).strip())
        told = _plain(match.group(2)) if match else ""
        outcome = next((one for word, one in said if told == word or (told and told.startswith(word))), None)
        if match is None or outcome is None or len(found) >= MOST:
            wrong.append(line)
        else:
            found.append(Entry(int(match.group(1)), outcome, line))
    outcomes: dict[int, set[Outcome]] = {}
    for one in found:
        outcomes.setdefault(one.number, set()).add(one.outcome)
    clear = {one.number: one for one in found if len(outcomes[one.number]) == 1}
    wrong += [one.line for one in found if len(outcomes[one.number]) > 1]
    return list(clear.values()), wrong


def _plain(word: str) -> str:
    return re.sub(r"\s+", "", fold(word)).strip("。.!！").casefold()
