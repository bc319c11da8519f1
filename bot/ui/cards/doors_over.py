"""A search that is over, as each of those who were called may read it; and how she was found."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.visit import SAFE, Found, Unanswered
from bot.storage.searchers import Part, card_of, parts_of
from bot.storage.searches import Searches
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import FoundButton, SearchCardButton, StillMissingButton
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


def over(state: Unanswered, part: Part, person: Member | None, reader: Reader) -> Screen:
    """How she is reads who has to know; the family hears what is grave from a person, not from us.

    Whoever said it may take it back for a minute.
    """
    words = reader.words
    if state.mistaken:
        return Screen(words("search-mistaken"))
    found = state.found or Found.AT_HOME
    if part is Part.LOOK:
        return Screen(words("search-over"))
    if part is Part.KIN and found not in SAFE and not (person and state.ended_by == person.id):
        return Screen(words("search-over-kin"))
    text = words("search-over-found", found=found)
    if part is Part.OFFICE and found not in SAFE:
        text = Markup(f"{text}\n{words('search-then-pause')}")
    until = state.ended_at + reader.playbook.limits.undo if state.ended_at else reader.now
    if person is None or state.ended_by != person.id or reader.now > until:
        return Screen(text)
    undo = reader.key("button-search-again", StillMissingButton(state.id or 0))
    return Screen(text, [[undo]], until=until)


async def door_found(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """人怎么样?"""
    state = await Searches(uow.session).get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    parts = await parts_of(uow, state, person)
    if not parts:
        return None
    if state.is_over:
        return over(state, card_of(parts), person, reader)
    rows = [[reader.key("button-found", FoundButton(ref, one), found=one)] for one in Found]
    back = [reader.key("button-back", SearchCardButton(ref))]
    return Screen(reader.words("search-how-found"), [*rows, back])
