"""Which day, and at which hour: asked of who may go."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.visit import Visit, VisitPlan
from bot.domain.visit.asking import NOTICE, times_to_go, wished_time
from bot.storage.work import UnitOfWork
from bot.ui.buttons.visits import (
    NoVisitButton,
    OpenVisitButton,
    VisitTimeButton,
    VisitTimesButton,
)
from bot.ui.cards.visits import back_key, person_of, visit_head, who_lives
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen


async def visit_offer(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which day? To the paired helper by name, to everybody else as the team's card says it."""
    found, person = await uow.visits.get(ref), await person_of(uow, reader)
    if person is None:
        return None
    plan = await uow.visits.plan(found.plan_id)
    if (hold := found.held_by(person.id)) is not None:
        text = reader.words("visit-yours", at=hold.promised_at or found.due_at)
        return Screen(text, [[reader.key("button-details", OpenVisitButton(ref))], [back_key(reader)]])
    if not found.is_waiting or found.free <= 0:
        names = [one.name for one in found.active]
        gone = reader.words("task-goes", names=names) if names else reader.words("visit-over")
        return Screen(gone, [[back_key(reader)]])
    if plan.is_helper(person.id):
        home = await uow.households.get(found.household_id)
        key = "visit-offer" if plan.last_contact_at else "visit-offer-first"
        head = reader.words(key, name=person.name, who=who_lives(home), last=plan.last_contact_at or "")
    else:
        head = Markup(f"{await visit_head(uow, found, reader)}\n{reader.words('visit-which-day')}")
    if found.wanted > 1:
        head = Markup(f"{head}\n{reader.words('task-free', count=found.free)}")
    rows = [*_day_rows(found, plan, reader), [back_key(reader)]]
    wished = wished_time(plan, found, reader.playbook.zone, reader.now)
    if wished is not None:
        head = Markup(f"{head}\n{reader.words('visit-wished-time')}")
        rows.insert(0, [_time_key(found, wished, reader)])
    return Screen(head, rows, protect=True, until=_stale_at(found, reader))


async def visit_times(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """选时间: what is left of the window."""
    found = await uow.visits.get(ref)
    if not found.is_waiting:
        return Screen(reader.words("visit-over"))
    plan, zone = await uow.visits.plan(found.plan_id), reader.playbook.zone
    times = times_to_go(found, zone, reader.now)
    if (wished := wished_time(plan, found, zone, reader.now)) is not None:
        times = sorted({wished, *times})
    keys = [_time_key(found, at, reader) for at in times]
    rows = [keys[i : i + 3] for i in range(0, len(keys), 3)]
    back = [reader.key("button-back", OpenVisitButton(ref))]
    return Screen(reader.words("visit-which-time"), [*rows, back], protect=True)


def _day_rows(found: Visit, plan: VisitPlan, reader: Reader) -> Rows:
    zone, ref = reader.playbook.zone, found.id or 0
    today = reader.now.astimezone(zone).date()
    days: dict[date, datetime] = {}
    theirs = times_to_go(found, zone, reader.now, hour=plan.hour) if plan.hour else []
    for at in [*theirs, *times_to_go(found, zone, reader.now)]:
        days.setdefault(at.astimezone(zone).date(), at)
    soon = []
    for label, day in (("button-today", today), ("button-tomorrow", today + timedelta(days=1))):
        if day in days:
            soon.append(reader.key(label, VisitTimeButton(ref, _minute(days[day]))))
    return [
        soon,
        [reader.key("button-choose-time", VisitTimesButton(ref))],
        [reader.key("button-cannot-visit", NoVisitButton(ref))],
    ]


def _stale_at(found: Visit, reader: Reader) -> datetime | None:
    """From then on the first hour on its buttons is too soon to promise."""
    first = times_to_go(found, reader.playbook.zone, reader.now, limit=1)[0] - NOTICE
    return first if first > reader.now else None


def _time_key(found: Visit, at: datetime, reader: Reader) -> Key:
    return reader.key("visit-time", VisitTimeButton(found.id or 0, _minute(at)), at=at)


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60
