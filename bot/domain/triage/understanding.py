"""What a message would become: report or chat, danger, category, who deals with it, and where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.categories import category_of
from bot.domain.triage.dangers import Judged, Spared, judge, perhaps, worst
from bot.domain.triage.personal import contacts_in
from bot.domain.triage.places import place_in
from bot.domain.triage.reading import Reading, read
from bot.domain.triage.smalltalk import SmallTalk, small_talk_of
from bot.domain.triage.writing import clean, fold

# A danger overheard in a group must be said soon: who writes at length forwards a text.
_OVERHEARD_AT_MOST = 160
_CALL_AT_MOST = 30
_LINK = re.compile(r"https?://|www\.")
_NOWHERE = Place()
# What somebody means they say in the first pages; reading a whole book would keep everybody else waiting.
_READ_AT_MOST = 2000
_UNMEANT = (Spared.JOKE, Spared.TOLD)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message means. `text` is what was written without what nobody sees.

    `team` and `party` (the kind of party, "物业") say who deals with the category, one of them at most.
    `personal`: the text itself gives away a flat or a phone. A danger that is `private_only` is never
    answered in a group; what is `sensitive` gets no card there. `because`: the words a danger was told by, or the
    characters that most remind of examples of it; `by_words`: it was told by words. `perhaps`: the danger to ask
    about, where none is sure.
    """

    text: str
    report: bool
    small_talk: SmallTalk | None
    danger: str | None
    because: str | None
    by_words: bool
    perhaps: str | None
    private_only: bool
    sensitive: bool
    category: str | None
    team: str | None
    party: str | None
    place: Place
    personal: bool


@lru_cache(maxsize=8)
def understand(text: str, playbook: Playbook, home: Place = _NOWHERE) -> Understanding:
    """What a message addressed to us means; `home` is its writer's or group's, for what is left unsaid.

    A report is first heard for danger and then filed, so the last few are remembered.
    """
    reading = read(text[:_READ_AT_MOST], playbook)
    judged = list(judge(reading, playbook))
    found = worst(judged, playbook)
    danger = found.danger if found else None
    said = place_in(reading, playbook, home)
    chat = small_talk_of(reading)
    filed = None if chat else category_of(reading, playbook)
    category = playbook.category(danger.category if danger else filed)
    doubt = None if danger or chat else perhaps(reading, judged, playbook)
    return Understanding(
        text=reading.text if len(text) <= _READ_AT_MOST else clean(text),
        report=bool(danger or doubt) or not (chat or _not_meant(judged, category is not None, said)),
        small_talk=None if danger else chat,
        danger=danger.key if danger else None,
        because=reading.said(found.hit) if found else None,
        by_words=bool(found and found.by_words),
        perhaps=doubt,
        private_only=bool(danger and danger.private_only),
        sensitive=bool(danger and danger.sensitive)
        or bool(category and category.sensitive)
        or bool(reading.of("sensitive")),
        category=category.key if category else None,
        team=category.team if category else None,
        party=category.party if category else None,
        place=_at(said, home, reading),
        personal=said.room is not None or bool(contacts_in(reading.plain)),
    )


def present_danger(text: str, playbook: Playbook) -> str | None:
    """The danger that a group message not meant for us tells of, if it is present beyond doubt."""
    reading = read(text[: 2 * _OVERHEARD_AT_MOST], playbook)
    if _LINK.search(reading.plain):
        return None
    judged = [one for one in judge(reading, playbook) if _said_soon(one, reading)]
    found = worst(judged, playbook)
    return found.danger.key if found else None


def speaks_to_us(text: str, playbook: Playbook) -> bool:
    """Whether a group message is ours without a command: it carries a report topic, or cries for help."""
    return topic(text, playbook) is not None or present_danger(text, playbook) is not None


def topic(text: str, playbook: Playbook) -> str | None:
    """The rest of a message that carries a report topic (#报修 …), or None where it carries none."""
    cleaned = clean(text)
    folded = fold(cleaned)
    for tag in playbook.cues.topics:
        found = re.search(rf"(?<!\S){re.escape(fold(tag))}(?![a-z0-9_])", folded)
        if found:
            return f"{cleaned[: found.start()].rstrip()} {cleaned[found.end() :].lstrip()}".strip()
    return None


def _said_soon(one: Judged, reading: Reading) -> bool:
    if one.hit.start > _OVERHEARD_AT_MOST:
        return False
    return not one.danger.cry or len(reading.plain) <= _CALL_AT_MOST


def _not_meant(judged: list[Judged], filed: bool, said: Place) -> bool:
    """Whether the only matter of a text is a danger told for fun or from the news."""
    return any(one.spared in _UNMEANT for one in judged) and not filed and said == _NOWHERE


def _at(said: Place, home: Place, reading: Reading) -> Place:
    """The place meant: what is left unsaid is home's, but a flat only of 我家, and no building outdoors."""
    if said.compound and home.compound and said.compound != home.compound:
        return said
    compound = said.compound or home.compound
    if said.building and said.building != home.building:
        return replace(said, compound=compound)
    if not said.building and (reading.of("outdoors") or not home.building):
        return replace(said, compound=compound)
    own = bool(reading.of("at_home")) and not said.unit and not said.room
    unit, room = (
        (home.unit, home.room) if own else (said.unit or (home.unit if said.room else None), said.room)
    )
    return Place(compound, home.building, unit, room)
