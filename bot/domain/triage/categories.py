"""Which category a text is about, by its everyday words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bot.domain.playbook import Playbook
from bot.domain.triage.lexicon import Hit
from bot.domain.triage.places import without_place
from bot.domain.triage.reading import Reading
from bot.domain.triage.resemblance import categories_like

# A word that only names a place (电梯口, 电梯里) weighs this much of itself.
_BESIDE = 0.4
# Where no category's words are said its hints count, and less.
_HINTED = 0.5
# What the examples say beside the words, a character of a word being one; found on sentences that are no examples.
_LIKE = 1.2
_CLEARLY = 1.2
# Where no word is said at all, or two categories' words alike, the examples must be clearer.
_CLEARLY_LIKE = 6.0
# A word of two characters. Where such words name one category alone, the examples must be as clear as this against it.
_A_WORD = 2.0
_OVERRULED = 6.0
# In fewer characters than this the examples find likeness by chance.
_SAYS_LITTLE = 6


def category_of(reading: Reading, playbook: Playbook) -> str | None:
    """The category a text speaks of most; None where it speaks of none or of two alike: a person decides.

    Longer words say more than shorter ones, and a word inside a longer one says nothing of its own. The playbook's
    examples count beside the words.
    """
    moved = _moved(reading, playbook)
    words = _said(reading, moved)
    if not words and sum(map(str.isalnum, without_place(reading))) < _SAYS_LITTLE:
        return None
    weights = defaultdict(float, words)
    for key, like in _like(reading, playbook, moved).items():
        weights[key] += _LIKE * like
    ranked = sorted(weights.items(), key=lambda one: -one[1])
    named = _named(reading, words)
    if named and ranked[0][1] - weights[named] < _OVERRULED:
        return named
    clearly = _CLEARLY if words and not _tied(words) else _CLEARLY_LIKE
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < clearly):
        return None
    return ranked[0][0]


def is_indoors(reading: Reading) -> bool:
    """Whether it is about somebody's own rooms: 客厅, 我家; but not 我家门口, nor where a shared place is named."""
    if reading.of("shared"):
        return False
    if reading.of("indoors"):
        return True
    return any(not _is_beside(hit, reading) for hit in reading.of("at_home"))


def _moved(reading: Reading, playbook: Playbook) -> Mapping[str, str]:
    """The categories that are another one in somebody's own rooms, if it is about these."""
    own_rooms = is_indoors(reading)
    return {one.key: one.indoors for one in playbook.categories if one.indoors and own_rooms}


def _said(reading: Reading, moved: Mapping[str, str]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    counted: set[tuple[str, str]] = set()
    role, share = ("category", 1.0) if reading.of("category") else ("hint", _HINTED)
    for hit in _longest(reading.of(role)):
        word = reading.said(hit)
        if (hit.meaning.key, word) not in counted:
            counted.add((hit.meaning.key, word))
            weights[moved.get(hit.meaning.key, hit.meaning.key)] += share * _weight(word, hit, reading)
    return weights


def _named(reading: Reading, words: Mapping[str, float]) -> str | None:
    """The one category whose words are said, and not only beside something."""
    [key, *others] = words or [None]
    return key if key and not others and reading.of("category") and words[key] >= _A_WORD else None


def _tied(words: Mapping[str, float]) -> bool:
    best = sorted(words.values(), reverse=True)[:2]
    return len(best) > 1 and best[0] == best[1]


def _like(reading: Reading, playbook: Playbook, moved: Mapping[str, str]) -> dict[str, float]:
    """What the examples say, the most likely category being 0; below it is where it says less."""
    likes = categories_like(reading, playbook)
    for key, instead in moved.items():
        if key in likes and instead in likes:
            likes[instead] = max(likes[instead], likes.pop(key))
    most = max(likes.values(), default=0.0)
    return {key: like - most for key, like in likes.items()}


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
