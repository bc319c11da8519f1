"""Visits: plans, and windows that open."""

from __future__ import annotations

from datetime import datetime

from bot.services.occurrences import open_due_visits
from bot.services.visits.calling import chase_calls
from bot.services.visits.holidays import hint_holiday
from bot.services.visits.listing import send_lists
from bot.services.visits.lone import move_watches
from bot.services.visits.pausing import ask_again, resume_visits
from bot.services.visits.planning import plan_everybody
from bot.services.visits.searching import move_searches
from bot.services.visits.surging import move_surges
from bot.services.visits.visiting import move_visits
from bot.storage.work import UnitOfWork


async def plan(uow: UnitOfWork, now: datetime) -> None:
    """Whoever has no plan yet; pauses that are over, and those that wait for a second person."""
    await plan_everybody(uow, now=now)
    await resume_visits(uow, now=now)
    await ask_again(uow, now=now)


async def open_due(uow: UnitOfWork, now: datetime) -> bool:
    """The next windows."""
    return await open_due_visits(uow, now=now)


async def move(uow: UnitOfWork, now: datetime) -> bool:
    """Who is asked next, and what was missed; whom nobody has phoned after that."""
    more = await move_visits(uow, now=now)
    if not more:
        await chase_calls(uow, now=now)
    return more


async def tell(uow: UnitOfWork, now: datetime) -> bool:
    """The lists of those who have something new."""
    return await send_lists(uow, now=now)


async def search(uow: UnitOfWork, now: datetime) -> bool:
    """Doors nobody has opened: the next step of each."""
    return await move_searches(uow, now=now)


async def watch(uow: UnitOfWork, now: datetime) -> bool:
    """Who visits alone is asked whether all is well."""
    return await move_watches(uow, now=now)


async def surge(uow: UnitOfWork, now: datetime) -> bool:
    """Extra rounds: their visits, their boards, their end; and whether one is wanted before a long holiday."""
    await hint_holiday(uow, now=now)
    return await move_surges(uow, now=now)
