"""Windows open: each calendar period of a plan gets exactly one visit, whatever the clock did meanwhile."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cadence import Window
from bot.domain.playbook import Playbook, Programme
from bot.domain.visit import Visit, VisitPlan, open_visit
from bot.domain.visit.office import office_due
from bot.storage.work import UnitOfWork

SLICE = 200
"""Plans of one transaction."""


async def open_due_visits(uow: UnitOfWork, *, now: datetime) -> bool:
    """Every window that has opened gets its visit. True: there may be more.

    1. Two tickers find the same plan: one has it locked, the other passes it over (PostgreSQL), or they take turns.
    2. Whoever comes late writes a period that has its visit already: the unique key keeps the first.
    """
    plans = await uow.visits.plans_due(now, SLICE)
    given = [visit for plan in plans for visit in _give(uow, plan, now)]
    await uow.visits.give(given)
    for visit in given:
        if visit.next_at is None:
            uow.record("visit_passed", f"plan:{visit.plan_id}", now=now, state=str(visit.state))
    return len(plans) == SLICE


def due_in(book: Playbook, plan: VisitPlan, programme: Programme, window: Window) -> datetime:
    """When the visit of that window is due: for an office on a day on which it is open."""
    due = plan.due_by(window, book.visits.contact_days, book.zone)
    office = book.visits.rungs_for(programme, plan.rung)[0].workdays
    return office_due(window.opens_at, due, book.zone) if office else due


def _give(uow: UnitOfWork, plan: VisitPlan, now: datetime) -> list[Visit]:
    """A plan's visits. Of several periods that went by while nothing ran, the last alone asks for anybody."""
    book = uow.playbook
    programme = book.visits.programme(plan.programme)
    if programme is None:
        plan.next_at = None  # the playbook has given it up
        return []
    given = []
    for window in plan.give_due(programme.window, book.zone, now):
        slots = plan.slots or programme.slots
        visit = open_visit(plan.id or 0, plan.household_id, plan.programme, window, slots)
        visit.rung_from = plan.rung
        visit.due_at = due_in(book, plan, programme, window)
        visit.changed_at, visit.next_at = now, window.opens_at
        runs = window.closes_at > now
        if plan.is_paused_for(window, book.zone) or (runs and plan.is_away(now, book.zone)):
            visit.pause(now)
        given.append(visit)
    for visit in given[:-1]:
        if not visit.is_over:
            visit.miss(now)
    for visit in given:
        visit.next_at = None if visit.is_over else visit.next_at
    return given
