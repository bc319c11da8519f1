"""Telling those who look after the community that something needs a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.priority import Priority
from bot.storage.work import UnitOfWork


async def alert_coordinators(
    uow: UnitOfWork,
    key: str,
    *,
    dedupe: str,
    now: datetime,
    priority: Priority = Priority.REMINDER,
    **args: Any,
) -> int:
    """One line to every coordinator we can write to; how many that were."""
    people = await uow.members.reachable_coordinators()
    for person in people:
        uow.say(
            person.telegram_id,
            key,
            dedupe=f"{dedupe}:{person.id}",
            now=now,
            priority=priority,
            **args,
        )
    return len(people)
