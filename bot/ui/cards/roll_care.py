"""点名 home by home: the care list, for coordinators."""

from __future__ import annotations

from bot.domain.household import Household
from bot.domain.notice.emergency import Word
from bot.domain.rights import Verb, may
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import RollButton, RollCareButton
from bot.ui.cards.roll_calls import knock_row
from bot.ui.cards.status import place_line
from bot.ui.grid import turning
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen

PAGES = 1000
"""A card has the notice's number times so many, and the page, as its own."""
_HOMES = 20
_FIRST: dict[Word | None, int] = {Word.HELP: 0, None: 1, Word.SAFE: 2}


async def roll_care(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Household by household of the care list, for coordinators: who needs help first, then where nobody has answered."""
    notice_id, page = divmod(ref, PAGES)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may(member, Verb.PLAN_VISITS):
        return None
    notice, found = await Notices(uow.session).get(notice_id), RollCalls(uow.session)
    words: dict[int | None, Word] = {}
    for one in await found.said(notice_id):
        if words.get(one.household_id) is not Word.HELP:
            words[one.household_id] = one.word
    places = await found.cared_for(notice.audience)
    numbers = sorted(places, key=lambda number: _FIRST[words.get(number)])
    page = min(page, max(0, len(numbers) - 1) // _HOMES)
    shown = numbers[page * _HOMES : (page + 1) * _HOMES]
    homes = {one.id: one for one in await uow.households.many(shown)}
    lines = [reader.words("roll-care-head", count=len(numbers))]
    lines += [_line(homes[number], words.get(number), reader) for number in shown]
    pages = turning(reader, page, _HOMES, len(numbers), lambda to: RollCareButton(notice_id, to))
    roll = await found.get(notice_id)
    rows = await knock_row(uow, notice, member, set(places.values()), reader) if roll.ended_at is None else []
    rows += [pages] if pages else []
    rows.append([reader.key("button-notice-back", RollButton(notice_id, "board"))])
    return Screen(Markup("\n".join(lines)), rows, protect=True)


def _line(home: Household, word: Word | None, reader: Reader) -> Markup:
    names = [one.name for one in home.present]
    how = str(word) if word else "unheard"
    return reader.words("roll-home", place=place_line(home.place, reader), name=names, how=how)
