"""A round beside the plans: each of some households has one visit of it, through the same loop as all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.cadence import Cadence, Every, Window
from bot.domain.playbook import Programme
from bot.domain.visit import VisitPlan, open_visit
from bot.storage.pauses import Pauses
from bot.storage.surges import Surges
from bot.storage.work import UnitOfWork


async def give_round(
    uow: UnitOfWork,
    programme: Programme,
    households: Collection[int],
    window: Window,
    now: datetime,
    *,
    single: bool = False,
) -> None:
    """One visit each, however often it is asked for; who is away keeps one that is paused, as a fact. `single`: nobody is
    on the care list for it, not even while it lasts."""
    cadence = Cadence(Every.ONCE, on=window.opens_at.astimezone(uow.playbook.zone).date())
    plan = VisitPlan(0, programme.key, cadence, programme.rung, now, event_key=window.key, given_at=now)
    plan.given_key, plan.changed_at = window.key, now
    plan.stopped_at = now if single else None
    plans = await Surges(uow.session).plans_for(plan, households)
    absent = await Pauses(uow.session).away(households)
    visits = []
    for household, number in plans.items():
        visit = open_visit(number, household, programme.key, window, programme.slots)
        visit.changed_at, visit.next_at = now, window.opens_at
        if household in absent:
            visit.pause(now)
            visit.next_at = None
        visits.append(visit)
    await uow.visits.give(visits)
