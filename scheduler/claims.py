"""Unclaimed tasks climb, and the days on their cards are read anew."""

from __future__ import annotations

from datetime import datetime

from bot.services.climbing import climb_tasks
from bot.storage.work import UnitOfWork


async def climb(uow: UnitOfWork, now: datetime) -> None:
    """Tasks past their time go one rung up."""
    await climb_tasks(uow, now=now)


async def refresh(uow: UnitOfWork, now: datetime) -> None:
    """With a new day, 明天 on a card becomes 今天: once a day the cards of open tasks are shown anew."""
    today = now.astimezone(uow.playbook.zone).date()
    if await uow.occurrences.first(f"tasks:{today.isoformat()}", now):
        for task in await uow.tasks.open_for([team.name for team in uow.playbook.teams], limit=200):
            uow.touch(f"task:{task.id}")
