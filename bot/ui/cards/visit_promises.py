"""Who has promised is reminded, and asked once when the hour went by."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.visit import Visit, VisitHold
from bot.domain.visit.asking import is_daytime
from bot.storage.work import UnitOfWork
from bot.ui.buttons.standing_in import KnowButton
from bot.ui.buttons.visits import (
    NoVisitButton,
    OpenVisitButton,
    StillVisitButton,
    VisitTimesButton,
)
from bot.ui.cards.visits import is_asked_still, person_of
from bot.ui.screen import Reader, Rows, Screen

_LEAD = timedelta(minutes=70)


async def visit_evening(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """19:00 the evening before; nothing once it is that day, or when they do not go any more."""
    found, hold = await _held(uow, ref, reader)
    if hold is None or hold.promised_at is None:
        return None
    zone = reader.playbook.zone
    day = hold.promised_at.astimezone(zone).date()
    late = reader.now.astimezone(zone).date() != day - timedelta(days=1)
    if late or not is_daytime(reader.now, zone):
        return None
    return _reminder("visit-evening", found, hold.promised_at, reader)


async def visit_soon(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """An hour ahead."""
    found, hold = await _held(uow, ref, reader)
    if hold is None or hold.promised_at is None:
        return None
    if not hold.promised_at - _LEAD <= reader.now < hold.promised_at:
        return None
    return _reminder("visit-soon", found, hold.promised_at, reader)


async def visit_still(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """还是您去吗? once, after a promised hour went by."""
    found, hold = await _held(uow, ref, reader)
    if hold is None:
        return Screen(reader.words("visit-off"))
    if not is_asked_still(hold):
        return Screen(reader.words("visit-yours", at=hold.promised_at or found.due_at))
    rows = [
        [reader.key("button-still", StillVisitButton(ref))],
        [reader.key("button-details", OpenVisitButton(ref))],
        [reader.key("button-release", NoVisitButton(ref))],
    ]
    return Screen(reader.words("visit-still"), rows, protect=True)


def _reminder(key: str, found: Visit, at: datetime, reader: Reader) -> Screen:
    ref = found.id or 0
    rows: Rows = [[reader.key("button-know", KnowButton(ref))]]
    rows.append([reader.key("button-details", OpenVisitButton(ref))])
    if not found.postponed:
        rows.append([reader.key("button-move-visit", VisitTimesButton(found.id or 0))])
    return Screen(reader.words(key, at=at), rows, protect=True)


async def _held(uow: UnitOfWork, ref: int, reader: Reader) -> tuple[Visit, VisitHold | None]:
    found, person = await uow.visits.get(ref), await person_of(uow, reader)
    return found, found.held_by(person.id) if person and found.is_waiting else None
