"""Which way a text leans, learned from examples of both: what speaks for it and against it is added up.

Each run of characters gets a weight by going over the examples again and again and mending what is judged wrongly.
The weights are plain numbers that add up, so that anybody can ask which characters decided.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterable
from math import exp, sqrt

from bot.domain.triage.lexicon import Span
from bot.domain.triage.likeness import Runs, Stretch, opening

_TIMES = 8
_STEP = 0.3
_FIRST = 0.01
_LEVEL = 0.02
# What is right by so much needs no mending.
_GOOD = 0.02
_FAR = 30.0


class Leaning:
    """What each run of characters says for or against; the same examples always teach the same."""

    def __init__(self, known: Iterable[tuple[bool, str]], runs: Runs | None = None) -> None:
        """`known`: whether it is so, and the sentence, folded. `runs` may be shared with others."""
        self._runs = Runs() if runs is None else runs
        lessons = [
            (yes, array("I", [self._runs.number(run) for run in opening(sentence).runs]))
            for yes, sentence in known
        ]
        self._level, self._weights = _learn(lessons, len(self._runs))

    def weigh(self, stretch: Stretch) -> float:
        """How far a stretch leans: above 0 it is rather so, below it is rather not."""
        known = self._runs.known(stretch.runs, len(self._weights))
        return self._level + sum(self._weights[run] for run in known) / sqrt(len(stretch.runs) or 1)

    def telling(self, stretch: Stretch) -> list[Span]:
        """Where the runs stand that speak for it, the most telling first."""
        found = [
            (self._weights[number], span)
            for run, span in stretch.runs.items()
            for number in self._runs.known([run], len(self._weights))
        ]
        return [span for weight, span in sorted(found, reverse=True) if weight > 0]


def _learn(lessons: list[tuple[bool, array[int]]], many: int) -> tuple[float, array[float]]:
    """The level from which everything starts, and a weight for each of so many runs.

    Every run of a sentence moves by its part in the mistake, the less the more it has moved.
    """
    level, weights, moved = 0.0, [0.0] * many, [_FIRST] * many
    shuffled = random.Random(1)
    for _ in range(_TIMES):
        shuffled.shuffle(lessons)
        for yes, runs in lessons:
            root = sqrt(len(runs) or 1)
            leans = level + sum([weights[run] for run in runs]) / root
            wrong = 1 / (1 + exp(-max(-_FAR, min(_FAR, leans)))) - yes
            if abs(wrong) < _GOOD:
                continue
            level -= _LEVEL * wrong
            part = wrong / root
            step, square = _STEP * part, part * part
            for run in runs:
                moved[run] += square
                weights[run] -= step / sqrt(moved[run])
    return level, array("d", weights)
