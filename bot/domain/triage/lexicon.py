"""Finding the words of a playbook in a text: all in one pass, in time that grows with the text alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

DOTS = "…"
# How many characters "…" may stand for: letters say less each.
_GAP = 12
_LATIN_GAP = 36
_GROUP = re.compile(r"\{([^{}]*)\}")
_SENTENCE_ENDS = frozenset("。！!？?\n；;")

Span = tuple[int, int]
Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for: its role in a sentence and, where there are several of a role, which one."""

    role: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found in a text; one with gaps has several spans."""

    meaning: Meaning
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    def touches(self, other: Hit) -> bool:
        """Whether the two share a character."""
        return any(a < d and c < b for a, b in self.spans for c, d in other.spans)


class Lexicon:
    """Words with their meanings. All words and texts must be folded alike.

    "…" in a word stands for a few characters of the sentence, "{who}" for any word of the group `who`.
    """

    def __init__(self, words: Iterable[tuple[str, Meaning]], groups: Mapping[str, Iterable[str]]) -> None:
        self._meanings: dict[str, list[Meaning]] = defaultdict(list)
        for word, meaning in words:
            self._meanings[word].append(meaning)
        self._goes_on: set[str] = set()
        pieces: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for word in self._meanings:
            begun = ""
            for part in word.split(DOTS):
                self._goes_on.add(begun)
                whole = begun + DOTS + part if begun else part
                step = (begun, whole)
                for piece in _spelled_out(part, groups):
                    pieces[piece].add(step)
                begun = whole
        alike: dict[Steps, Steps] = {}
        steps = ((piece, tuple(sorted(each))) for piece, each in pieces.items())
        self._pieces = {piece: alike.setdefault(each, each) for piece, each in steps}
        lengths: dict[str, set[int]] = defaultdict(set)
        for piece in self._pieces:
            lengths[piece[0]].add(len(piece))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def scan(self, text: str) -> list[Hit]:
        """Every word in the text, by where its last piece starts; words may overlap."""
        hits: list[Hit] = []
        begun: dict[str, list[tuple[Span, ...]]] = defaultdict(list)
        for start, end, before, whole in self._steps_in(text):
            spans = (*_reaching(begun[before], start, text), (start, end)) if before else ((start, end),)
            if before and len(spans) == 1:
                continue
            hits.extend(Hit(meaning, spans) for meaning in self._meanings.get(whole, ()))
            if whole in self._goes_on:
                begun[whole] = [*begun[whole][-2:], spans]
        return hits

    def _steps_in(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Each piece of a word in the text: where it is, what must come before it, what both make."""
        for start, first in enumerate(text):
            for length in self._lengths.get(first, ()):
                end = start + length
                piece = text[start:end] if end <= len(text) else ""
                if (steps := self._pieces.get(piece)) and _stands_alone(text, start, end, piece):
                    for before, whole in steps:
                        yield start, end, before, whole


def unknown_groups(word: str, groups: Iterable[str]) -> list[str]:
    """The groups a word names that do not exist."""
    return [name for name in _GROUP.findall(word) if name not in set(groups)]


def _spelled_out(part: str, groups: Mapping[str, Iterable[str]]) -> list[str]:
    """Every way a piece of a word can be written once its groups are filled in."""
    before, brace, rest = part.partition("{")
    if not brace:
        return [part]
    name, _, after = rest.partition("}")
    return [before + word + end for word in groups[name] for end in _spelled_out(after, groups)]


def _reaching(begun: list[tuple[Span, ...]], start: int, text: str) -> tuple[Span, ...]:
    """The latest beginning of a word that reaches `start` within its sentence; nothing if there is none."""
    for spans in reversed(begun):
        end = spans[-1][1]
        longest = _LATIN_GAP if text[start].isascii() else _GAP
        if end <= start <= end + longest and _SENTENCE_ENDS.isdisjoint(text[end:start]):
            return spans
    return ()


def _stands_alone(text: str, start: int, end: int, piece: str) -> bool:
    """Whether a piece in Latin letters is a word of its own; other scripts put no spaces between words."""
    if not piece.isascii():
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(before) and _latin(piece[0])) and not (_latin(after) and _latin(piece[-1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
