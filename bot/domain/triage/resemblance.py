"""What the examples of a playbook make of a text: a danger that no word named, and its category."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.domain.playbook import Playbook
from bot.domain.triage.leaning import Leaning
from bot.domain.triage.lexicon import Hit, Meaning
from bot.domain.triage.likeness import Likeness, Runs, Stretch, opening, stretches
from bot.domain.triage.places import without_doors, without_place
from bot.domain.triage.reading import Reading, spelled
from bot.domain.triage.writing import fold

# How far a stretch must lean to danger. Found on sentences that are no examples.
_SURELY = 0.3
# The same where a phrase stands in the text that is known to hold a danger word and mean something else.
_IN_SPITE = 1.5
# From here on it may be: who wrote it is asked.
_PERHAPS = -0.6
# Where a small word excused what was said, and the whole still leans so far, it is asked about too.
_AFTER_ALL = 1.0
# A long story leans here or there by chance.
_A_STORY = 160
# In fewer characters than this likeness comes by chance.
_SAYS_LITTLE = 6
# What is private is told in a group only where it is clearly something else, and guessed at only where it is clear.
_CLOSE = 2.0


@dataclass(frozen=True, slots=True)
class _Examples:
    """What is known of sentences: danger or none, which danger, which category."""

    danger: Leaning
    kinds: Likeness
    categories: Likeness


def danger_like(reading: Reading, playbook: Playbook) -> Hit | None:
    """The danger a text tells of as the examples do, where it says most so; None where it does not."""
    known = _examples(playbook)
    best = _most_so(reading, known)
    if best is None or best[0] < (_IN_SPITE if reading.of("harmless") else _SURELY):
        return None
    spans = known.danger.telling(best[1])
    return Hit(Meaning("like", _kind(known.kinds, best[1], playbook)), (spans[0],)) if spans else None


def perhaps_like(reading: Reading, playbook: Playbook, *, excused: bool) -> str | None:
    """The danger a text may tell of, which nobody could be sure of; `excused`: danger words were spared in it."""
    known = _examples(playbook)
    best = _most_so(reading, known) if len(reading.plain) <= _A_STORY else None
    if best is None or reading.of("harmless") or best[0] < (_AFTER_ALL if excused else _PERHAPS):
        return None
    if not any(one.danger for one in playbook.examples):
        return None
    return _kind(known.kinds, best[1], playbook, private=-_CLOSE)


def _most_so(reading: Reading, known: _Examples) -> tuple[float, Stretch] | None:
    """The stretch of a text that leans most to danger, and how far."""
    best: tuple[float, Stretch] | None = None
    for stretch in stretches(without_place(reading)):
        leans = known.danger.weigh(stretch)
        if stretch.size >= _SAYS_LITTLE and (best is None or leans > best[0]):
            best = leans, stretch
    return best


def categories_like(reading: Reading, playbook: Playbook) -> dict[str, float]:
    """How much a text speaks for each category, as the examples do, wherever it is."""
    return _examples(playbook).categories.weigh(opening(without_place(reading)))


def _kind(kinds: Likeness, stretch: Stretch, playbook: Playbook, *, private: float = _CLOSE) -> str:
    """Which danger it is most like; `private` is added for those told in private alone."""
    alone = {one.key for one in playbook.dangers if one.private_only}
    weights = kinds.weigh(stretch)
    return max(weights, key=lambda key: weights[key] + (private if key in alone else 0.0))


@lru_cache(maxsize=8)
def _examples(playbook: Playbook) -> _Examples:
    """The examples of a playbook, counted once."""
    told = [
        (one, without_doors(spelled(fold(say), playbook))) for one in playbook.examples for say in one.say
    ]
    runs = Runs()
    return _Examples(
        Leaning(((one.danger is not None, say) for one, say in told), runs),
        Likeness(((one.danger, say) for one, say in told if one.danger), runs),
        Likeness(((one.category, say) for one, say in told if one.category), runs),
    )
