"""The lists of the day."""

from __future__ import annotations

from datetime import datetime

from bot.services.todo import send_lists
from bot.storage.work import UnitOfWork


async def send_todo_lists(uow: UnitOfWork, now: datetime) -> None:
    """08:30 and 16:30 (playbook): what waits for a person."""
    await send_lists(uow, now=now)
