"""Papers in words: what stands on a building's poster, and around the key."""

from __future__ import annotations

from datetime import date

from bot.domain.dialing import dial_line
from bot.domain.door import door_payload
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.printing import Poster
from bot.ui.i18n import Words
from bot.ui.screen import start_link


def poster_of(place: Place, playbook: Playbook, words: Words, username: str) -> Poster:
    """The poster of a building, or of one of its units, with the numbers to dial that the playbook gives."""
    compound = playbook.compound(place.compound)
    door = [words.plain("place-building", building=place.building or "")]
    if place.unit:
        door.append(words.plain("place-unit", unit=place.unit))
    payload = door_payload(place)
    return Poster(
        community=playbook.title(words.language),
        compound=compound.title(words.language) if compound else place.compound or "",
        door=" ".join(door),
        lines=(words.plain("poster-scan"), words.plain("poster-what"), words.plain("poster-speak")),
        dial=words.plain("poster-dial", dial=dial_line(None, playbook)),
        link=start_link(username, payload),
        payload=payload,
    )


def posters_title(playbook: Playbook, words: Words) -> str:
    """What the document is called."""
    return words.plain("poster-title", community=dict(playbook.community))


def key_words(playbook: Playbook, words: Words, on: date) -> tuple[str, list[str]]:
    """Title and lines of the page with the key: whose it is, what it is for, where to keep it, how to use it."""
    day = words.plain("paper-day", year=on.year, month=on.month, day=on.day)
    return words.plain("paper-key-title"), [
        words.plain("paper-key-of", community=dict(playbook.community), day=day),
        words.plain("paper-key-what"),
        words.plain("paper-key-keep"),
        words.plain("paper-key-back"),
        words.plain("paper-key-delete"),
    ]
