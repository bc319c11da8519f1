"""Which category a text is about, by its everyday words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bot.domain.playbook import Playbook
from bot.domain.triage.lexicon import Hit
from bot.domain.triage.reading import Reading

# A word that only names a place (电梯口, 电梯里) weighs this much of itself.
_BESIDE = 0.4
_CLEARLY = 0.5


def category_of(reading: Reading, playbook: Playbook) -> str | None:
    """The category a text speaks of most; None where it speaks of none or of two alike: a person decides.

    Longer words say more than shorter ones, and a word inside a longer one says nothing of its own. Where no
    category's words are said, its hints count.
    """
    own_rooms = is_indoors(reading)
    moved = {one.key: one.indoors for one in playbook.categories if one.indoors and own_rooms}
    return _most(reading, "category" if reading.of("category") else "hint", moved)


def is_indoors(reading: Reading) -> bool:
    """Whether it is about somebody's own rooms: 客厅, 我家; but not 我家门口, nor where a shared place is named."""
    if reading.of("shared"):
        return False
    if reading.of("indoors"):
        return True
    return any(not _is_beside(hit, reading) for hit in reading.of("at_home"))


def _most(reading: Reading, role: str, moved: Mapping[str, str]) -> str | None:
    weights: dict[str, float] = defaultdict(float)
    counted: set[tuple[str, str]] = set()
    for hit in _longest(reading.of(role)):
        word = reading.said(hit)
        if (hit.meaning.key, word) not in counted:
            counted.add((hit.meaning.key, word))
            weights[moved.get(hit.meaning.key, hit.meaning.key)] += _weight(word, hit, reading)
    ranked = sorted(weights.items(), key=lambda one: -one[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEARLY):
        return None
    return ranked[0][0]


def _weight(word: str, hit: Hit, reading: Reading) -> float:
    size = max(2.0, len(word) / 3) if word.isascii() else float(len(word))
    return size * _BESIDE if _is_beside(hit, reading) else size


def _is_beside(hit: Hit, reading: Reading) -> bool:
    return any(next_to.start == hit.end for next_to in reading.within("beside", hit.end, hit.end + 2))


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits that lie in no longer one, longest first taken; far hits are not compared with each other."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda one: (-sum(end - start for start, end in one.spans), one.start)):
        places = {at for start, end in hit.spans for at in range(start, end)}
        if taken.isdisjoint(places):
            taken |= places
            kept.append(hit)
    return kept
