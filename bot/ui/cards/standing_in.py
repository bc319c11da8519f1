"""请人代去: whom to ask, and the question to who is asked."""

from __future__ import annotations

from bot.domain.pages import row_and_page
from bot.domain.task import HoldState
from bot.storage.stand_ins import who_may_stand_in
from bot.storage.work import UnitOfWork
from bot.ui.buttons.standing_in import AskStandInButton, StandInButton, StandInsButton
from bot.ui.buttons.visits import OpenVisitButton
from bot.ui.cards.visits import visit_head
from bot.ui.grid import turning
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Screen

PAGE = 8
"""Names at one time."""


async def stand_ins(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A page of those who may; who is asked already is named."""
    number, page = row_and_page(ref)
    found = await uow.visits.get(number)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not found.is_waiting or found.held_by(person.id) is None:
        return Screen(reader.words("visit-off"))
    back = [reader.key("button-back", OpenVisitButton(number))]
    asked = next(
        (one for one in found.holds if one.state is HoldState.ASKED and one.instead_of == person.id), None
    )
    if asked is not None:
        return Screen(reader.words("stand-in-waits", name=asked.name), [back], protect=True)
    people = await who_may_stand_in(uow, found, now=reader.now)
    if not people:
        return Screen(reader.words("stand-in-nobody"), [back], protect=True)
    shown = people[page * PAGE : (page + 1) * PAGE]
    rows = [[Key(one.name[:24], AskStandInButton(number, one.id or 0).pack())] for one in shown]
    turn = turning(reader, page, PAGE, len(people), lambda to: StandInsButton(number, to))
    return Screen(reader.words("stand-in-whom"), [*rows, turn, back], protect=True)


async def stand_in(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who asks, when, roughly where; 好 or 去不了."""
    found = await uow.visits.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    hold = found.asked(person.id) if person else None
    if person is None or hold is None or not found.is_waiting:
        return Screen(reader.words("stand-in-over"))
    giver = found.held_by(hold.instead_of)
    at = giver.promised_at if giver else None
    ask = reader.words("stand-in-ask", by=giver.name if giver else "", at=at or found.due_at)
    rows = [
        [reader.key("button-agree", StandInButton(ref, 1))],
        [reader.key("button-refuse", StandInButton(ref, 0))],
    ]
    return Screen(Markup(f"{ask}\n{await visit_head(uow, found, reader)}"), rows, protect=True)
