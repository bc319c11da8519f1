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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some clauses of a text: where their runs of characters stand, and how many characters they hold."""

    runs: Mapping[str, Span]
    size: int


class Likeness:
    """Sentences of several meanings, and what each run of characters in them speaks for."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """`known`: each sentence, folded, after its meaning."""
        said: dict[str, Counter[str]] = defaultdict(Counter)
        sentences: Counter[str] = Counter()
        for meaning, sentence in known:
            sentences[meaning] += 1
            said[meaning].update(run for one in clauses_in(sentence) for run, _ in _runs(one))
        total = sum(sentences.values())
        anywhere: Counter[str] = Counter()
        for counts in said.values():
            anywhere.update(counts)
        self._unsaid = {meaning: log(_DOUBT / (count + _DOUBT)) for meaning, count in sentences.items()}
        self._speaks: dict[str, list[tuple[str, float]]] = {}
        for meaning, counts in said.items():
            for run, count in counts.items():
                self._speaks.setdefault(run, []).append(
                    (meaning, log(1 + count * total / anywhere[run] / _DOUBT))
                )

    def weigh(self, stretch: Stretch) -> dict[str, float]:
        """How much a stretch speaks for each meaning; only what lies between two of them says anything."""
        known = [speaks for run in stretch.runs if (speaks := self._speaks.get(run))]
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
