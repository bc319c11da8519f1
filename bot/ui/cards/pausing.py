"""A pause of visits: put to the second person, and what came of it; the quiet words; at the door: until when."""

from __future__ import annotations

from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may
from bot.domain.visit import Outcome, Pause
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork
from bot.ui.buttons.pausing import (
    AbsentButton,
    AbsentDaysButton,
    AnswerPauseButton,
    BackButton,
    UndoStopButton,
)
from bot.ui.buttons.visits import OpenVisitButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Screen

DAYS = (7, 14, 30, 90)


async def pause_ask(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Is it so? For the family about their own, for coordinators with the door."""
    pause, person = await Pauses(uow.session).get(ref), await _person(uow, reader)
    if person is None or not may(person, Verb.SECOND_PAUSE, await _theirs(uow, pause, person)):
        return None
    home = await uow.households.get(pause.household_id)
    office = may(person, Verb.PLAN_VISITS)
    key = "pause-ask" if office else "pause-ask-family"
    said = _said(pause, reader)
    asker = await uow.members.find(pause.by_id)
    by = asker.name if asker else ""
    lines = [reader.words(key, who=_who(home), place=place_line(home.place, reader), by=by, said=said)]
    rows: list[list[Key]] = []
    if pause.waits:
        if pause.by_id != person.id:
            rows.append([reader.key("button-pause-yes", AnswerPauseButton(ref, 1))])
        rows.append([reader.key("button-pause-no", AnswerPauseButton(ref, 0))])
    elif pause.holds and not pause.for_good:
        lines.append(reader.words("pause-holds"))
        rows.append([reader.key("button-back-early", BackButton(ref))])
    elif pause.holds:
        lines.append(reader.words("pause-for-good"))
        rows += _undo(pause, person, reader, lines)
    elif pause.agreed_at is None:
        lines.append(reader.words("pause-refused"))
    else:
        lines.append(reader.words("pause-over"))
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def visits_resumed(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For a paired helper, without a sound; nothing where they do not look after them any more."""
    pause = await Pauses(uow.session).get(ref)
    plans = [one for one in await uow.visits.plans_of(pause.household_id or 0) if one.stopped_at is None]
    person = await _person(uow, reader)
    if person is None or pause.holds or not any(plan.is_helper(person.id) for plan in plans):
        return None
    home = await uow.households.get(pause.household_id)
    return Screen(reader.words("visits-resumed", who=_who(home)), protect=True, silent=True)


async def visits_stopped(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The one quiet notice; it names nobody and no reason. Taken back, it says so."""
    pause = await Pauses(uow.session).get(ref)
    person = await _person(uow, reader)
    if person is None:
        return None
    if not pause.holds:
        return Screen(reader.words("visits-go-on"), silent=True)
    links = await uow.kin.family_of(household_id=pause.household_id)
    family = any(link.family_id == person.id for link in links)
    return Screen(reader.words("visits-stopped-family" if family else "visits-stopped"), silent=True)


async def visit_in_hospital(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """住院了: until when?"""
    return await _until(uow, ref, Outcome.IN_HOSPITAL, reader)


async def visit_away(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """出门住一阵: until when?"""
    return await _until(uow, ref, Outcome.AWAY, reader)


def absent_rows(visit_id: int, reader: Reader) -> list[list[Key]]:
    """For who stands at the door."""
    return [
        [
            reader.key("button-in-hospital", AbsentButton(visit_id, Outcome.IN_HOSPITAL)),
            reader.key("button-away", AbsentButton(visit_id, Outcome.AWAY)),
        ]
    ]


async def _until(uow: UnitOfWork, ref: int, outcome: Outcome, reader: Reader) -> Screen | None:
    visit, person = await uow.visits.get(ref), await _person(uow, reader)
    back = [reader.key("button-back", OpenVisitButton(ref))]
    if person is None or visit.held_by(person.id) is None or not visit.is_waiting:
        return Screen(reader.words("visit-off"))
    keys = [reader.key("button-about-days", AbsentDaysButton(ref, outcome, days), days=days) for days in DAYS]
    return Screen(reader.words("absent-until", outcome=str(outcome)), [keys[:2], keys[2:], back])


def _said(pause: Pause, reader: Reader) -> Markup:
    key = "pause-said" if pause.until_on else "pause-said-for-good"
    return reader.words(key, reason=str(pause.reason), until=pause.until_on or "")


def _undo(pause: Pause, person: Member, reader: Reader, lines: list[Markup]) -> list[list[Key]]:
    """For the two who said it, as long as it is soon enough."""
    if not pause.may_undo(reader.now) or person.id not in (pause.by_id, pause.second_id):
        return []
    if pause.undo_by == person.id:
        lines.append(reader.words("pause-undo-waits"))
        return []
    if pause.undo_by is not None:
        lines.append(reader.words("pause-undo-asked"))
    return [[reader.key("button-undo", UndoStopButton(pause.id or 0))]]


async def _theirs(uow: UnitOfWork, pause: Pause, person: Member) -> Subject:
    family = await uow.kin.family_of(household_id=pause.household_id)
    own = pause.by_id == person.id or any(link.family_id == person.id for link in family)
    return Subject(own=own)


def _who(home: Household) -> list[str]:
    return [one.name for one in home.present]


async def _person(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
