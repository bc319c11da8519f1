"""What a household wishes of whoever comes, for coordinators."""

from __future__ import annotations

from bot.domain.marks import WOMAN
from bot.domain.rights import Verb, may
from bot.domain.visit.wishes import STRANGER
from bot.storage.wishes import Wishes
from bot.storage.work import UnitOfWork
from bot.ui.buttons.care import CareHomeButton, WishButton
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


async def care_wishes(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """来人要求: each wish a toggle."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.PLAN_VISITS):
        return None
    wishes = await Wishes(uow.session).of(ref)
    every = [WOMAN, STRANGER, *(tongue.key for tongue in reader.playbook.tongues)]
    keys = [choice(wish_name(one, reader), WishButton(ref, one), chosen=one in wishes) for one in every]
    back = [reader.key("button-back", CareHomeButton(ref))]
    return Screen(reader.words("care-wishes"), [*grid(keys, 2), back], protect=True)


async def wish_line(uow: UnitOfWork, household_id: int, reader: Reader) -> list[Markup]:
    """What they wish, on the household's page."""
    wishes = await Wishes(uow.session).of(household_id)
    names = [wish_name(one, reader) for one in wishes]
    return [reader.words("care-wished", what=names)] if wishes else []


def wish_name(wish: str, reader: Reader) -> str:
    """In the reader's language."""
    if wish in (WOMAN, STRANGER):
        return reader.words.plain("care-wish", wish=wish)
    tongue = reader.playbook.tongue(wish)
    return reader.words.plain("care-wish-tongue", tongue=tongue.name(reader.language) if tongue else wish)
