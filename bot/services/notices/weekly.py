"""本周办好: once a week a line to each building's group, if the playbook wants it and there is something to tell."""

from __future__ import annotations

from datetime import datetime

from bot.domain.notice.week import last_week, week_of
from bot.domain.priority import Priority
from bot.storage.weeks import Weeks
from bot.storage.work import UnitOfWork

CARD = "week_done"


async def tell_weeks(uow: UnitOfWork, *, now: datetime) -> None:
    """The last week alone, once, however long nothing ran."""
    if not uow.playbook.notices.weekly:
        return
    ref = last_week(uow.playbook, now)
    if await uow.occurrences.happened(f"week:{ref}") or not await uow.occurrences.first(f"week:{ref}", now):
        return
    weeks = Weeks(uow.session, *week_of(uow.playbook, ref))
    buildings = await weeks.buildings()
    for group in await weeks.groups():
        if group.place in buildings:
            uow.place(CARD, ref, group.chat_id, now=now, priority=Priority.BULK)
