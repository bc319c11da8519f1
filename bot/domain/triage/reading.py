"""One text as triage sees it: cleaned, folded, its words found, its clauses and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from bot.domain.playbook import Cues, Playbook
from bot.domain.triage.lexicon import Hit, Lexicon, Meaning, Span
from bot.domain.triage.writing import clean, fold, squeeze

# How far a small word reaches; keeps the work on one danger word the same however long the text is.
_REACH = 60
_SEEMING_IN = ("negations", "cautions", "conditions", "drills", "how_to", "over", "past", "hearsay")
_SENTENCE = frozenset("。！!？?\n；;")
_CLAUSE = _SENTENCE | frozenset('，,、.：:…~（）()【】[]"')


@dataclass(frozen=True, slots=True)
class Reading:
    """A text: as cleaned, in its plain form, and the words found in it by role, in order of start."""

    text: str
    plain: str
    hits: Mapping[str, list[Hit]]

    def of(self, role: str) -> list[Hit]:
        """All words of a role."""
        return self.hits.get(role, [])

    def said(self, hit: Hit) -> str:
        """The word of a hit as the text has it."""
        return "".join(self.plain[start:end] for start, end in hit.spans)

    def within(self, role: str, start: int, end: int) -> Iterator[Hit]:
        """The words of a role that lie wholly between two places."""
        found = self.of(role)
        for hit in found[bisect_left(found, start, key=_start_of) :]:
            if hit.start >= end:
                return
            if hit.end <= end:
                yield hit

    def has(self, role: str, start: int, end: int) -> bool:
        """Whether a word of the role lies between two places."""
        return any(True for _ in self.within(role, start, end))

    def clause(self, start: int, end: int) -> Span:
        """The clause around a stretch of text, as far as small words reach."""
        return self._around(start, end, _CLAUSE)

    def sentence(self, start: int, end: int) -> Span:
        """The sentence around a stretch of text, as far as small words reach."""
        return self._around(start, end, _SENTENCE)

    def _around(self, start: int, end: int, breaks: frozenset[str]) -> Span:
        plain = self.plain
        first, last = max(0, start - _REACH), min(len(plain), end + _REACH)
        left, right = start, end
        while left > first and not self._breaks(left - 1, breaks):
            left -= 1
        while right < last and not self._breaks(right, breaks):
            right += 1
        return left, right

    def _breaks(self, at: int, breaks: frozenset[str]) -> bool:
        char = self.plain[at]
        if char == " " and breaks is _CLAUSE:
            return not _latin(self.plain[at - 1 : at]) and not _latin(self.plain[at + 1 : at + 2])
        if char not in breaks:
            return False
        between_digits = (
            char in ".,:" and self.plain[at - 1 : at].isdigit() and self.plain[at + 1 : at + 2].isdigit()
        )
        return not between_digits


def read(text: str, playbook: Playbook) -> Reading:
    """Read a text with the words of a playbook."""
    cleaned = clean(text)
    plain = spelled(squeeze(fold(cleaned)), playbook)
    hits: dict[str, list[Hit]] = defaultdict(list)
    for hit in _lexicon(playbook).scan(plain):
        hits[hit.meaning.role].append(hit)
    for found in hits.values():
        found.sort(key=_start_of)
    _drop_seeming(hits)
    return Reading(cleaned, plain, hits)


def spelled(folded: str, playbook: Playbook) -> str:
    """A folded text with what people mistype put right (煤汽, 电剃), character for character."""
    mistyped, meant = _spellings(playbook)
    return mistyped.sub(lambda found: meant[found.group()], folded) if mistyped else folded


@lru_cache(maxsize=8)
def _spellings(playbook: Playbook) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    meant = {fold(wrong): fold(right) for wrong, right in playbook.spellings.items()}
    longest_first = sorted(meant, key=len, reverse=True)
    return (re.compile("|".join(map(re.escape, longest_first))) if meant else None), meant


def _drop_seeming(hits: dict[str, list[Hit]]) -> None:
    """Forget small words that are only part of a phrase that means something else: 是不是, 不小心, 别人."""
    covered = {at for hit in hits.pop("seeming", []) for at in range(hit.start, hit.end)}
    if not covered:
        return
    for role in _SEEMING_IN:
        hits[role] = [hit for hit in hits.get(role, []) if not covered.issuperset(range(hit.start, hit.end))]


@lru_cache(maxsize=8)
def _lexicon(playbook: Playbook) -> Lexicon:
    """All words of a playbook, made ready once."""
    words = ((fold(word), meaning) for word, meaning in _words(playbook))
    groups = {name: sorted({fold(word) for word in members}) for name, members in playbook.groups.items()}
    return Lexicon(words, groups)


def _words(playbook: Playbook) -> Iterator[tuple[str, Meaning]]:
    for danger in playbook.dangers:
        yield from _each(danger.words, "danger", danger.key)
        yield from _each(danger.signs, "sign", danger.key)
        yield from _each(danger.asks, "asks", danger.key)
        yield from _each(danger.harmless, "harmless", danger.key)
    for category in playbook.categories:
        yield from _each(category.words, "category", category.key)
        yield from _each(category.hints, "hint", category.key)
    for compound in playbook.compounds:
        yield from _each((compound.name, *compound.aliases), "compound", compound.name)
    for cue in fields(Cues):
        yield from _each(getattr(playbook.cues, cue.name), cue.name, "")


def _each(words: Iterable[str], role: str, key: str) -> Iterator[tuple[str, Meaning]]:
    meaning = Meaning(role, key)
    for word in words:
        yield word, meaning


def _start_of(hit: Hit) -> int:
    return hit.start


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
