"""What happened, so that somebody goes: on a household's page for coordinators, by door on a building's."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.charge import place_numbered
from bot.domain.pages import row_and_page
from bot.domain.playbook.visits import ARRIVED
from bot.domain.rights import Subject, Verb, may
from bot.domain.visit import VisitPlan
from bot.storage.arrivals import awaited
from bot.storage.work import UnitOfWork
from bot.ui.buttons.care import CareHomeButton
from bot.ui.buttons.charges import BuildingButton
from bot.ui.buttons.events import (
    ArriveCaseButton,
    ArrivedButton,
    ArriveForButton,
    EndEventButton,
    EventButton,
)
from bot.ui.cards.status import category_name, place_line
from bot.ui.grid import choice, grid
from bot.ui.screen import Key, Reader, Screen

_DAYS = (0, 7, 14, 30)


async def care_events(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """有事要去: each event of the playbook."""
    if not await _plans(uow, reader):
        return None
    names = reader.playbook.visits.events
    keys = [choice(_name(one, reader), EventButton(ref, one, None)) for one in names]
    back = [reader.key("button-back", CareHomeButton(ref))]
    return Screen(reader.words("care-events"), [*grid(keys, 2), back], protect=True)


async def care_event_day(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What lies ahead: when? The card's page is the event's place in the playbook."""
    number, place = row_and_page(ref)
    events = reader.playbook.visits.events
    if not await _plans(uow, reader) or place >= len(events):
        return None
    keys = [[reader.key("event-in-days", EventButton(number, events[place], n), days=n)] for n in _DAYS]
    return Screen(
        reader.words("care-event-day"), [*keys, [reader.key("button-back", CareHomeButton(number))]]
    )


async def arrive(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """三必到, for who looks after a building."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    place = place_numbered(reader.playbook, ref)
    if member is None or not may(member, Verb.SEND_VISIT, Subject(place=place)):
        return None
    keys = [
        [choice(_name(one, reader), ArriveForButton(ref, one))] for one in reader.playbook.visits.arrivals
    ]
    return Screen(reader.words("arrive-what"), [*keys, [reader.key("button-back", BuildingButton(ref))]])


async def arrive_case(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """三必到 of a case whose door nobody knows, to a coordinator: by when somebody has to be there."""
    if not await _plans(uow, reader):
        return None
    case = await uow.cases.get(ref)
    place = place_line(case.place.public, reader) or reader.words("alarm-no-place")
    said = {"no": case.number, "place": place, "category": category_name(case.category, reader)}
    arrival = await awaited(uow, case)
    if arrival is None:
        return Screen(reader.words("arrive-case-done", **said))
    rows = [[reader.key("button-arrive", ArriveCaseButton(ref))]]
    rows += [[reader.key("button-arrived-already", ArrivedButton(ref))]]
    key = "arrive-case-said" if arrival.said else "arrive-case"
    return Screen(reader.words(key, **said, by=arrival.since + ARRIVED), rows, protect=True)


async def arrive_rows(uow: UnitOfWork, case: Case, reader: Reader) -> list[list[Key]]:
    """On the coordinators' card of a case after which nobody has been sent yet."""
    if await awaited(uow, case) is None:
        return []
    return [[reader.key("button-arrive", ArriveCaseButton(case.id or 0))]]


def end_rows(plans: list[VisitPlan], reader: Reader) -> list[list[Key]]:
    """On the household's page: what has begun with an event, to be ended."""
    rows = []
    for plan in plans:
        programme = reader.playbook.visits.programme(plan.programme)
        if plan.event_key and programme is not None and programme.cadence is not None:
            label = reader.words.plain("event-over", name=programme.name(reader.language))
            rows.append([Key(label, EndEventButton(plan.id or 0).pack())])
    return rows


def _name(event: str, reader: Reader) -> str:
    return reader.playbook.visits.programmes_at(event)[0].name(reader.language)


async def _plans(uow: UnitOfWork, reader: Reader) -> bool:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member is not None and may(member, Verb.PLAN_VISITS)
