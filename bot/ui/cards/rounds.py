"""One person's list of visits: what they promised, what they are asked, and what comes next."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.pages import row_and_page
from bot.domain.visit import Visit, VisitState
from bot.storage.work import UnitOfWork
from bot.ui.buttons.visits import OpenVisitButton, RoundsButton
from bot.ui.cards.visit_offers import visit_offer
from bot.ui.cards.visits import is_asked_still, visit_head, who_lives
from bot.ui.grid import turning
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Screen

PAGE = 8
"""Visits at one time."""


async def my_visits(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A page of the list; a single question is put as such."""
    number, page = row_and_page(ref)
    person = await uow.members.get(number)
    if person.telegram_id != reader.chat_id:
        return None
    found = await _visits(uow, person, reader)
    if not found:
        return await _none(uow, person, reader)
    if len(found) == 1 and not found[0].held_by(number):
        only = await visit_offer(uow, found[0].id or 0, reader)
        return only and Screen(only.text, only.rows[:-1], protect=True, until=only.until)
    page = min(page, (len(found) - 1) // PAGE)
    lines, keys = [reader.words("visits-yours", count=len(found))], []
    for n, one in enumerate(found[page * PAGE : (page + 1) * PAGE], page * PAGE + 1):
        lines.append(Markup(f"{n}. {await visit_head(uow, one, reader)}{_said(one, person, reader)}"))
        keys.append(Key(str(n), OpenVisitButton(one.id or 0).pack()))
    turn = turning(reader, page, PAGE, len(found), RoundsButton)
    lines.append(reader.words("visits-which"))
    rows = [keys[i : i + 4] for i in range(0, len(keys), 4)]
    return Screen(Markup("\n".join(lines)), [*rows, turn], protect=True)


async def _visits(uow: UnitOfWork, person: Member, reader: Reader) -> list[Visit]:
    """What they promised first; then what is free, or late though somebody promised it."""
    held = await uow.visits.held_by(person.id)
    others = [*await uow.visits.offered_to(person.id, reader.now), *await uow.visits.asked_of(person.id)]
    free = [one for one in others if one.free > 0 or one.is_late(reader.now)]
    known = {one.id: one for one in [*held, *sorted(free, key=lambda one: (one.due_at, one.id or 0))]}
    return list(known.values())


def _said(one: Visit, person: Member, reader: Reader) -> str:
    hold = one.held_by(person.id)
    if hold is not None and is_asked_still(hold):
        return f" · {reader.words('visits-still')}"
    if hold is not None and hold.promised_at is not None:
        return f" · {reader.words('visits-promised', at=hold.promised_at)}"
    names = [other.name for other in one.active]
    if one.state is VisitState.CLAIMED and names:
        return f" · {reader.words('visits-late', names=names)}"
    return ""


async def _none(uow: UnitOfWork, person: Member, reader: Reader) -> Screen:
    """Nothing now: who comes next, and that they will be told."""
    plan = await uow.visits.next_of(person.id)
    if plan is None:
        return Screen(reader.words("visits-none"))
    home = await uow.households.get(plan.household_id)
    return Screen(reader.words("visits-none-till", who=who_lives(home), day=plan.next_at or ""), protect=True)
