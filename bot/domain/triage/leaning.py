"""Which way a text leans, learned from examples of both: what speaks for it and against it is added up.

Each run of characters gets a weight by going over the examples again and again and mending what is judged wrongly.
The weights are plain numbers that add up, so that anybody can ask which characters decided.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from math import exp, sqrt

from bot.domain.triage.lexicon import Span
from bot.domain.triage.likeness import Stretch, opening

_TIMES = 8
_STEP = 0.3
_FIRST = 0.01
_LEVEL = 0.02
# What is right by so much needs no mending.
_GOOD = 0.02
_FAR = 30.0


class Leaning:
    """What each run of characters says for or against; the same examples always teach the same."""

    def __init__(self, known: Iterable[tuple[bool, str]]) -> None:
        """`known`: whether it is so, and the sentence, folded."""
        self._weights: dict[str, float] = {}
        self._level = 0.0
        self._seen: dict[str, float] = {}
        lessons = [(yes, list(opening(sentence).runs)) for yes, sentence in known]
        shuffled = random.Random(1)
        for _ in range(_TIMES):
            shuffled.shuffle(lessons)
            for yes, runs in lessons:
                self._mend(yes, runs)
        self._seen = {}

    def weigh(self, stretch: Stretch) -> float:
        """How far a stretch leans: above 0 it is rather so, below it is rather not."""
        return self._sum(stretch.runs)

    def telling(self, stretch: Stretch) -> list[Span]:
        """Where the runs stand that speak for it, the most telling first."""
        found = [(self._weights.get(run, 0.0), span) for run, span in stretch.runs.items()]
        return [span for weight, span in sorted(found, reverse=True) if weight > 0]

    def _sum(self, runs: Iterable[str]) -> float:
        weights = [self._weights.get(run, 0.0) for run in runs]
        return self._level + sum(weights) / sqrt(len(weights) or 1)

    def _mend(self, yes: bool, runs: list[str]) -> None:
        """One lesson: every run of the sentence moves by its part in the mistake, the less the more it has moved."""
        wrong = 1 / (1 + exp(-max(-_FAR, min(_FAR, self._sum(runs))))) - yes
        if abs(wrong) < _GOOD:
            return
        self._level -= _LEVEL * wrong
        part = wrong / sqrt(len(runs) or 1)
        for run in runs:
            moved = self._seen[run] = self._seen.get(run, _FIRST) + part * part
            self._weights[run] = self._weights.get(run, 0.0) - _STEP * part / sqrt(moved)
