"""三必到 of a case: a sudden event or a quarrel that somebody reports, and somebody arrives within a day."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.services.visits.beginning import start_event
from bot.storage.arrivals import arrival_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def call_for_arrival(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """A case of such a kind begins an arrival by itself; where its door is not known a coordinator has to find it.

    Nobody is sent after 轻生 or 家暴: of these only the coordinators on duty know, who have been called.
    """
    event = called_for(uow, case)
    if event is None or await uow.occurrences.happened(arrival_of(case.id)):
        return
    home = await uow.households.at(case.place) if case.room else None
    if home is not None:
        await _begin(uow, case, home, event, None, now)
    elif case.danger is None:
        priority = Priority.CARD if case.urgent else Priority.REMINDER
        for person in await uow.members.reachable_coordinators():
            subject = f"case:{case.id}"
            uow.place("arrive_case", case.id, person.telegram_id, subject=subject, now=now, priority=priority)
        uow.touch(WAITING)


async def awaited_case(uow: UnitOfWork, case_id: int, *, by: Member) -> Case:
    """A case after which somebody has to be sent. Raises RuleError without the right, and where nobody has to any more."""
    must(by, Verb.PLAN_VISITS)
    case = await uow.cases.get(case_id, lock=True)
    if called_for(uow, case) is None:
        raise RuleError("no-stale-button")
    if await uow.occurrences.happened(arrival_of(case.id)):
        raise RuleError("no-event-begun")
    return case


async def arrive_at_door(uow: UnitOfWork, case_id: int, place: Place, *, by: Member, now: datetime) -> None:
    """A coordinator has found out which door it is. Raises RuleError as above, and for one no roster tells of."""
    case = await awaited_case(uow, case_id, by=by)
    home = await uow.households.at(place) if place.room else None
    if home is None:
        raise RuleError("no-such-door")
    await _begin(uow, case, home, called_for(uow, case) or "", by.id, now)


async def note_arrival(uow: UnitOfWork, case_id: int, *, by: Member, now: datetime) -> None:
    """已有人去: seen to without us. Raises RuleError as above."""
    case = await awaited_case(uow, case_id, by=by)
    await uow.occurrences.first(arrival_of(case.id), now)
    _told(uow, case)
    uow.record("arrival_noted", f"case:{case.id}", now=now, by=by.id)


def called_for(uow: UnitOfWork, case: Case) -> str | None:
    """The event such a case is, to which somebody goes."""
    danger = uow.playbook.danger(case.danger)
    wanted = uow.playbook.visits.programmes_of_case(case.category)
    if not wanted or not case.is_open or (danger is not None and danger.private_only):
        return None
    return wanted[0].event


async def _begin(uow: UnitOfWork, case: Case, home: int, event: str, by: int | None, now: datetime) -> None:
    await uow.occurrences.first(arrival_of(case.id), now)
    await start_event(uow, home, event, now, by=by, now=now)
    _told(uow, case)


def _told(uow: UnitOfWork, case: Case) -> None:
    uow.touch(WAITING)
    uow.touch(f"case:{case.id}")
