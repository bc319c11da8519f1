"""Results from paper, as a coordinator types them: a number and what came of it on each line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.triage.writing import fold
from bot.domain.visit.states import Outcome

_AHEAD = r"[Pp]\s*(\d{1,9})\s*[-–—.·]\s*(\d{4})(?!\d)"
_LINE = re.compile(rf"(?:{_AHEAD}|[#Tt№]?\s*(\d{{1,10}}))\s*(?:号|號)?\s*[.、，,:：\-)）]?\s*(.*)")
MOST = 200
"""Lines of one message."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be read. `opens`: month and day on which the window opened; then `number` is the plan's."""

    number: int
    outcome: Outcome
    line: str
    opens: str = ""

    @property
    def label(self) -> str:
        """As it stands on the sheet."""
        return label_ahead(self.number, self.opens) if self.opens else str(self.number)


def label_ahead(plan: int, opens: str) -> str:
    """The number on paper of a visit that has none yet: its plan and the month and day on which its window opens."""
    return f"P{plan}-{opens}"


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
        told = _plain(match.group(4)) if match else ""
        outcome = next((one for word, one in said if told == word or (told and told.startswith(word))), None)
        if match is None or outcome is None or len(found) >= MOST:
            wrong.append(line)
        else:
            plan, opens, number = match.group(1), match.group(2) or "", match.group(3)
            found.append(Entry(int(plan or number), outcome, line, opens))
    outcomes: dict[str, set[Outcome]] = {}
    for one in found:
        outcomes.setdefault(one.label, set()).add(one.outcome)
    clear = {one.label: one for one in found if len(outcomes[one.label]) == 1}
    wrong += [one.line for one in found if len(outcomes[one.label]) > 1]
    return list(clear.values()), wrong


def _plain(word: str) -> str:
    return re.sub(r"\s+", "", fold(word)).strip("。.!！").casefold()
