"""Finding the words of a playbook in a text: all in one pass, in time that grows with the text alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

GAP = "…"
_LONGEST_GAP = 12
_SENTENCE_ENDS = frozenset("。！!？?\n；;")

Span = tuple[int, int]


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


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of a word: of a plain word the only one, of one with gaps the `index`-th of `count`."""

    word: int
    index: int
    count: int
    meaning: Meaning


class Lexicon:
    """Words with their meanings. All words and texts must be folded alike."""

    def __init__(self, words: Iterable[tuple[str, Meaning]]) -> None:
        pieces: dict[str, list[_Part]] = defaultdict(list)
        for number, (word, meaning) in enumerate(words):
            parts = word.split(GAP)
            for index, part in enumerate(parts):
                pieces[part].append(_Part(number, index, len(parts), meaning))
        self._pieces = {piece: tuple(parts) for piece, parts in pieces.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for piece in self._pieces:
            lengths[piece[0]].add(len(piece))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def scan(self, text: str) -> list[Hit]:
        """Every word in the text, by where its last piece starts; words may overlap."""
        hits: list[Hit] = []
        begun: dict[tuple[int, int], list[tuple[Span, ...]]] = defaultdict(list)
        for start, end, part in self._pieces_in(text):
            if part.count == 1:
                hits.append(Hit(part.meaning, ((start, end),)))
                continue
            before = _reaching(begun[part.word, part.index - 1], start, text) if part.index else ()
            if before is None:
                continue
            spans = (*before, (start, end))
            if part.index + 1 == part.count:
                hits.append(Hit(part.meaning, spans))
            else:
                begun[part.word, part.index] = [*begun[part.word, part.index][-1:], spans]
        return hits

    def _pieces_in(self, text: str) -> Iterator[tuple[int, int, _Part]]:
        for start, first in enumerate(text):
            for length in self._lengths.get(first, ()):
                end = start + length
                piece = text[start:end] if end <= len(text) else ""
                if (parts := self._pieces.get(piece)) and _stands_alone(text, start, end, piece):
                    for part in parts:
                        yield start, end, part


def _reaching(begun: list[tuple[Span, ...]], start: int, text: str) -> tuple[Span, ...] | None:
    """The latest beginning of a word with gaps that reaches `start` within its sentence."""
    for spans in reversed(begun):
        end = spans[-1][1]
        if end <= start <= end + _LONGEST_GAP and _SENTENCE_ENDS.isdisjoint(text[end:start]):
            return spans
    return None


def _stands_alone(text: str, start: int, end: int, piece: str) -> bool:
    """Whether a piece in Latin letters is a word of its own; other scripts put no spaces between words."""
    if not piece.isascii():
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(before) and _latin(piece[0])) and not (_latin(after) and _latin(piece[-1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
