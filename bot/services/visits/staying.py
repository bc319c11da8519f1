"""In hospital: whoever is paused for it is visited there, as long as the stay lasts; the same for any other event."""

from __future__ import annotations

from datetime import datetime

from bot.domain.visit import Pause
from bot.services.visits.beginning import finish_plan, start_event
from bot.storage.work import UnitOfWork


async def begin_stay(uow: UnitOfWork, pause: Pause, *, by: int | None, now: datetime) -> None:
    """Two have agreed why nobody is at home: what the playbook has for that begins, unless it runs already."""
    household = pause.household_id or 0
    plans = await uow.visits.plans_of(household)
    if any(plan.event == pause.reason and plan.stopped_at is None for plan in plans):
        return
    if uow.playbook.visits.programmes_at(pause.reason):
        await start_event(uow, household, pause.reason, now, by=by, now=now, until=pause.until_on)


async def end_stay(uow: UnitOfWork, pause: Pause, *, by: int | None, now: datetime) -> None:
    """Back home: it ends with the pause."""
    for plan in await uow.visits.plans_of(pause.household_id or 0):
        if plan.event == pause.reason and plan.stopped_at is None:
            await finish_plan(uow, plan, by=by, now=now)
