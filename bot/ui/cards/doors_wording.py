"""What to say to 120 and 110, word for word, with what is known: only in the private chat of who makes the call."""

from __future__ import annotations

from datetime import date

from bot.domain.household import Dweller, Household
from bot.domain.member import Member
from bot.domain.visit import Sign, Unanswered
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader


def rescue_words(state: Unanswered, home: Household, by: Member, reader: Reader) -> Markup:
    """有异常: call now, and say this."""
    signs = "、".join(reader.words.plain("search-sign", sign=sign) for sign in Sign if sign in state.signs)
    key = "search-rescue" if signs else "search-rescue-odd"
    return reader.words(key, signs=signs, **_said(state, home, by, reader))


def police_words(state: Unanswered, home: Household, by: Member, reader: Reader) -> Markup:
    """Nobody knows where she is: the door is to be opened."""
    return reader.words("search-police", **_said(state, home, by, reader))


def _said(state: Unanswered, home: Household, by: Member, reader: Reader) -> dict[str, object]:
    numbers = {one.key: one.number for one in reader.playbook.dial}
    who = "、".join(_person(one, reader) for one in home.present)
    phone = dialable(by.phone) if by.phone else reader.words.plain("search-own-number")
    return {
        "ambulance": numbers.get("ambulance", ""),
        "police": numbers.get("police", ""),
        "place": place_line(home.place, reader),
        "who": who,
        "at": state.started_at,
        "name": by.name,
        "phone": phone,
    }


def _person(one: Dweller, reader: Reader) -> str:
    kinds = [kind.name(reader.language) for kind in one.kinds(reader.playbook, to_volunteers=True)]
    parts = [one.name]
    if one.birth is not None:
        today = reader.now.astimezone(reader.playbook.zone).date()
        parts.append(reader.words.plain("search-age", age=_age(one.birth, today)))
    return reader.words.plain("search-gap").join([*parts, *kinds])


def _age(birth: date, today: date) -> int:
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
