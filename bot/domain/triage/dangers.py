"""Whether a text tells of a danger that is present, and if it does not, why its danger words were spared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.playbook import Danger, Playbook
from bot.domain.triage import excuses
from bot.domain.triage.excuses import Spot
from bot.domain.triage.lexicon import Hit
from bot.domain.triage.reading import Reading
from bot.domain.triage.resemblance import danger_like, perhaps_like


class Spared(StrEnum):
    """Why a danger word was not taken for a present danger."""

    DENIED = "denied"
    PAST = "past"
    JOKE = "joke"
    TOLD = "told"
    TAUGHT = "taught"
    SUPPOSED = "supposed"
    OVER = "over"


_EXCUSES: tuple[tuple[Spared, Callable[[Spot], bool]], ...] = (
    (Spared.DENIED, excuses.denied),
    (Spared.JOKE, excuses.joke),
    (Spared.TOLD, excuses.told),
    (Spared.TAUGHT, excuses.taught),
    (Spared.SUPPOSED, excuses.supposed),
    (Spared.PAST, excuses.past),
    (Spared.OVER, excuses.over),
)


# Two signs of one danger belong together within so many characters.
_SIGNS_APART = 40
_SIGNS_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A danger word in a text; `spared` says why it is not taken for a present danger."""

    danger: Danger
    hit: Hit
    spared: Spared | None

    @property
    def by_words(self) -> bool:
        """Told by the playbook's words, not by its examples."""
        return self.hit.meaning.role != "like"


def judge(reading: Reading, playbook: Playbook) -> Iterator[Judged]:
    """The danger words of a text that are not part of a harmless phrase, each with the verdict on it.

    Once a danger is found present nothing more is asked about it. Where the words say nothing at all the examples
    are asked, and what they say is held to the same excuses.
    """
    known = {danger.key: danger for danger in playbook.dangers}
    by_words = list(_by_words(reading, known))
    yield from by_words
    like = None if by_words else danger_like(reading, playbook)
    if like and (judged := _verdict(reading, known[like.meaning.key], like)):
        yield judged


def _by_words(reading: Reading, known: Mapping[str, Danger]) -> Iterator[Judged]:
    present: set[str] = set()
    for hit in reading.of("danger"):
        if hit.meaning.key not in present and (judged := _verdict(reading, known[hit.meaning.key], hit)):
            present.update({hit.meaning.key} if judged.spared is None else ())
            yield judged
    signs: dict[str, list[Judged]] = {}
    for hit in reading.of("sign"):
        if hit.meaning.key in present:
            continue
        judged = _verdict(reading, known[hit.meaning.key], hit)
        if judged and judged.spared is None:
            others = signs.setdefault(hit.meaning.key, [])
            if any(_another(other.hit, hit, reading) for other in others[-_SIGNS_COMPARED:]):
                yield judged
            others.append(judged)


def _verdict(reading: Reading, danger: Danger, hit: Hit) -> Judged | None:
    """What a danger word comes to where it stands; None where it is part of a harmless phrase."""
    clause, sentence = reading.clause(*hit.spans[-1]), reading.sentence(hit.start, hit.end)
    spot = Spot(reading, danger, hit, clause, sentence)
    if excuses.harmless(spot):
        return None
    return Judged(danger, hit, next((why for why, holds in _EXCUSES if holds(spot)), None))


def _another(one: Hit, other: Hit, reading: Reading) -> bool:
    """Whether two signs of a danger are two: near each other, and not the same word again."""
    near = other.start - one.end <= _SIGNS_APART
    return near and not one.touches(other) and reading.said(one) != reading.said(other)


def worst(judged: list[Judged], playbook: Playbook) -> Judged | None:
    """The present danger to answer: what is private first, then in the playbook's order."""
    order = {danger.key: (not danger.private_only, place) for place, danger in enumerate(playbook.dangers)}
    present = [one for one in judged if one.spared is None]
    return min(present, key=lambda one: order[one.danger.key], default=None)


def perhaps(reading: Reading, judged: list[Judged], playbook: Playbook) -> str | None:
    """The danger to ask about, where a text tells of none that is sure: better asked in vain than missed.

    A word of the playbook's `asks`, examples that come close, or so much danger that an excuse is doubted. What the
    examples alone say names no danger well: then it is any cry for help, unless it is a private matter.
    """
    known = {danger.key: danger for danger in playbook.dangers}
    for hit in reading.of("asks"):
        doubt = _verdict(reading, known[hit.meaning.key], hit)
        if doubt and doubt.spared in (None, Spared.DENIED):
            return doubt.danger.key
    if any(one.spared is Spared.JOKE for one in judged):
        return None
    like = perhaps_like(reading, playbook, excused=bool(judged))
    if like is None or judged:
        return judged[0].danger.key if like else None
    cry = next((danger.key for danger in playbook.dangers if danger.cry), like)
    return like if known[like].private_only else cry
