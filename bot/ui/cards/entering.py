"""What was entered from paper, with 撤销 for an hour."""

from __future__ import annotations

from bot.domain.rights import Verb, may
from bot.storage.paper_entries import PaperEntries
from bot.storage.work import UnitOfWork
from bot.ui.buttons.coverage import UndoEntryButton
from bot.ui.screen import Reader, Screen


async def entered(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """By number; the button is for who entered it."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.PLAN_VISITS):
        return None
    entry = await PaperEntries(uow.session).get(ref)
    if entry.undone_at is not None:
        return Screen(reader.words("entered-undone"))
    numbers = "、".join(str(one) for one in entry.visits)
    rows = []
    if entry.may_undo(person.id, reader.now):
        rows = [[reader.key("button-undo", UndoEntryButton(ref))]]
    return Screen(reader.words("entered", count=len(entry.visits), numbers=numbers), rows)
