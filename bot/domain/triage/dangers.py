"""Whether a text tells of a danger that is present, and if it does not, why its danger words were spared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.playbook import Danger, Playbook
from bot.domain.triage import excuses
from bot.domain.triage.excuses import Spot
from bot.domain.triage.lexicon import Hit
from bot.domain.triage.reading import Reading


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


@dataclass(frozen=True, slots=True)
class Judged:
    """A danger word in a text; `spared` says why it is not taken for a present danger."""

    danger: Danger
    hit: Hit
    spared: Spared | None


def judge(reading: Reading, playbook: Playbook) -> Iterator[Judged]:
    """Every danger word of a text that is not part of a harmless phrase, with the verdict on it."""
    known = {danger.key: danger for danger in playbook.dangers}
    for hit in reading.of("danger"):
        clause, sentence = reading.clause(*hit.spans[-1]), reading.sentence(hit.start, hit.end)
        spot = Spot(reading, known[hit.meaning.key], hit, clause, sentence)
        if not excuses.harmless(spot):
            yield Judged(spot.danger, hit, next((why for why, holds in _EXCUSES if holds(spot)), None))


def worst(judged: list[Judged], playbook: Playbook) -> Judged | None:
    """The present danger to answer: what is private first, then in the playbook's order."""
    order = {danger.key: (not danger.private_only, place) for place, danger in enumerate(playbook.dangers)}
    present = [one for one in judged if one.spared is None]
    return min(present, key=lambda one: order[one.danger.key], default=None)
