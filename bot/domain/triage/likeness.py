"""How like a text is to sentences whose meaning is known: for what no list of words foresaw.

Every run of one to three characters says, by how often it stands in sentences of one meaning and how seldom in
others, what it speaks for. It is counting and adding, so that anybody can ask which characters decided.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from bot.domain.triage.lexicon import Span

_UNIT = re.compile(r"[a-z]+|\d+|[^\W\da-z_]")
_NUMBER = "0"
_RUN = 3
# A longer text is judged by stretches of so many characters: a cry is not drowned by what is told around it.
_STRETCH = 40
_OPENING = 240
# Few sentences prove little: so much of a sentence is taken as said of each meaning beforehand.
_DOUBT = 1.0

Unit = tuple[int, int, str]
Clause = Sequence[Unit]
Speaks = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some clauses of a text: where their runs of characters stand, and how many characters they hold."""

    runs: Mapping[str, Span]
    size: int


class Runs:
    """Every run of characters in the examples, by number: kept once, however many things are known of it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, run: str) -> int:
        """Its number, from now on."""
        return self._numbers.setdefault(run, len(self._numbers))

    def known(self, runs: Iterable[str], before: int) -> Iterator[int]:
        """The numbers of those that had one when there were `before` numbers."""
        return (number for run in runs if (number := self._numbers.get(run, before)) < before)

    def __len__(self) -> int:
        return len(self._numbers)


class Likeness:
    """Sentences of several meanings, and what each run of characters in them speaks for."""

    def __init__(self, known: Iterable[tuple[str, str]], runs: Runs | None = None) -> None:
        """`known`: each sentence, folded, after its meaning. `runs` may be shared with others."""
        self._runs = Runs() if runs is None else runs
        said: dict[str, Counter[int]] = defaultdict(Counter)
        sentences: Counter[str] = Counter()
        for meaning, sentence in known:
            sentences[meaning] += 1
            said[meaning].update(
                self._runs.number(run) for one in clauses_in(sentence) for run, _ in _runs(one)
            )
        total = sum(sentences.values())
        anywhere: Counter[int] = Counter()
        for counts in said.values():
            anywhere.update(counts)
        self._unsaid = {meaning: log(_DOUBT / (count + _DOUBT)) for meaning, count in sentences.items()}
        self._speaks: list[Speaks] = [()] * len(self._runs)
        alike: dict[Speaks, Speaks] = {}
        for number, times in anywhere.items():
            speaks = tuple(
                (meaning, log(1 + counts[number] * total / times / _DOUBT))
                for meaning, counts in said.items()
                if number in counts
            )
            self._speaks[number] = alike.setdefault(speaks, speaks)  # most say the same: kept once

    def weigh(self, stretch: Stretch) -> dict[str, float]:
        """How much a stretch speaks for each meaning; only what lies between two of them says anything."""
        numbers = self._runs.known(stretch.runs, len(self._speaks))
        known = [speaks for number in numbers if (speaks := self._speaks[number])]
        weights = {meaning: unsaid * len(known) for meaning, unsaid in self._unsaid.items()}
        for speaks in known:
            for meaning, weight in speaks:
                weights[meaning] += weight
        length = sqrt(stretch.size or 1)
        return {meaning: weight / length for meaning, weight in weights.items()}


def clauses_in(plain: str) -> list[list[Unit]]:
    """The characters of a folded text, clause by clause; a Latin word or a number is one of them."""
    clauses: list[list[Unit]] = []
    end = -2
    for found in _UNIT.finditer(plain):
        start, text = found.start(), found.group()
        spaced = start == end + 1 and plain[end] in " '" and text.isascii() and clauses[-1][-1][2].isascii()
        if not (start == end or spaced) or len(clauses[-1]) >= _STRETCH:
            clauses.append([])
        end = found.end()
        clauses[-1].append((start, end, _NUMBER if text.isdigit() else text))
    return clauses


def stretches(plain: str) -> Iterator[Stretch]:
    """A short text as a whole; of a longer one every few clauses that stand together."""
    clauses = clauses_in(plain)
    last = -1
    for first in range(len(clauses)):
        size, end = 0, first
        while end < len(clauses) and (end == first or size + len(clauses[end]) <= _STRETCH):
            size += len(clauses[end])
            end += 1
        if end > last:
            yield _stretch(clauses[first:end])
        last = end


def opening(plain: str) -> Stretch:
    """The first clauses of a text as one stretch: what it is about is said there."""
    return _stretch(clauses_in(plain[:_OPENING]))


def _stretch(clauses: Sequence[Clause]) -> Stretch:
    runs: dict[str, Span] = {}
    for clause in clauses:
        for run, span in _runs(clause):
            runs.setdefault(run, span)
    return Stretch(runs, sum(map(len, clauses)))


def _runs(clause: Clause) -> Iterator[tuple[str, Span]]:
    for at, (start, _, _) in enumerate(clause):
        run = ""
        for _, end, text in clause[at : at + _RUN]:
            run += text if not run else f"\0{text}" if text.isascii() else text
            yield run, (start, end)
