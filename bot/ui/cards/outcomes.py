"""What came of a visit, written by who has several: of which?"""

from __future__ import annotations

from bot.domain.pages import row_and_page
from bot.domain.visit import Outcome
from bot.storage.work import UnitOfWork
from bot.ui.buttons.pausing import AbsentButton
from bot.ui.buttons.visits import OutcomeButton
from bot.ui.cards.visits import who_lives
from bot.ui.screen import Reader, Rows, Screen

SAID = (Outcome.MET, Outcome.PHONED, Outcome.REFUSED, Outcome.IN_HOSPITAL, Outcome.AWAY)
"""What can be written instead of pressed; the card's page is its place here."""
ABSENT = {Outcome.IN_HOSPITAL: "visit_in_hospital", Outcome.AWAY: "visit_away"}
"""Of these it is asked for how long, on which card."""
_MOST = 10


async def outcome_which(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """By name, for who goes there."""
    number, said = row_and_page(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or person.id != number or said >= len(SAID):
        return None
    rows: Rows = []
    for visit in (await uow.visits.held_by(number))[:_MOST]:
        if visit.held_by(number) is not None:
            home = await uow.households.get(visit.household_id)
            kind = AbsentButton if SAID[said] in ABSENT else OutcomeButton
            button = kind(visit.id or 0, SAID[said])
            rows.append([reader.key("outcome-door", button, who=who_lives(home))])
    return Screen(reader.words("outcome-which" if rows else "visits-none"), rows, protect=True)
