"""三必到 of a case: a sudden event or a quarrel that somebody reports, or discontent with how it went; somebody arrives
within a day."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.domain.visit.arrival import Arrival
from bot.services.visits.beginning import start_event
from bot.storage.arrivals import awaited, awaited_of_kind, note_sent, was_sent
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def call_for_arrival(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """A case of such a kind begins an arrival by itself; where its door is not known a coordinator has to find it."""
    arrival = await awaited_of_kind(uow, case)
    if arrival is None:
        return
    home = await uow.households.at(case.place) if case.room else None
    if home is not None:
        await send_after(uow, arrival, home, None, now)
    elif case.danger is None:
        await ask_for_door(uow, case, now)


async def awaited_case(uow: UnitOfWork, case_id: int, *, by: Member) -> tuple[Case, Arrival]:
    """A case after which somebody has to be sent. Raises RuleError without the right, and where nobody has to any more."""
    must(by, Verb.PLAN_VISITS)
    case = await uow.cases.get(case_id, lock=True)
    arrival = await awaited(uow, case)
    if arrival is None:
        raise RuleError("no-event-begun" if await was_sent(uow, case.id) else "no-stale-button")
    return case, arrival


async def arrive_at_door(uow: UnitOfWork, case_id: int, place: Place, *, by: Member, now: datetime) -> None:
    """A coordinator has found out which door it is. Raises RuleError as above, and for one no roster tells of."""
    _, arrival = await awaited_case(uow, case_id, by=by)
    home = await uow.households.at(place) if place.room else None
    if home is None:
        raise RuleError("no-such-door")
    await send_after(uow, arrival, home, by.id, now)


async def note_arrival(uow: UnitOfWork, case_id: int, *, by: Member, now: datetime) -> None:
    """已有人去: seen to without us. Raises RuleError as above."""
    case, arrival = await awaited_case(uow, case_id, by=by)
    await note_sent(uow, arrival, now)
    _told(uow, case.id)
    uow.record("arrival_noted", f"case:{case.id}", now=now, by=by.id)


async def ask_for_door(uow: UnitOfWork, case: Case, now: datetime) -> None:
    """Every coordinator is asked which door it is."""
    priority = Priority.CARD if case.urgent else Priority.REMINDER
    for person in await uow.members.reachable_coordinators():
        subject = f"case:{case.id}"
        uow.place("arrive_case", case.id, person.telegram_id, subject=subject, now=now, priority=priority)
    _told(uow, case.id)


async def send_after(uow: UnitOfWork, arrival: Arrival, home: int, by: int | None, now: datetime) -> None:
    """Somebody goes to that household."""
    await note_sent(uow, arrival, now)
    await start_event(uow, home, arrival.event, now, by=by, now=now)
    _told(uow, arrival.case_id)


def _told(uow: UnitOfWork, case_id: int | None) -> None:
    uow.touch(WAITING)
    uow.touch(f"case:{case_id}")
