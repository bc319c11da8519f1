"""Drafts nobody has sent."""

from __future__ import annotations

from datetime import datetime

from bot.services.unsent import remind_writers, show_to_coordinators
from bot.storage.work import UnitOfWork


async def watch_drafts(uow: UnitOfWork, now: datetime) -> None:
    """After ten minutes the writer is reminded, after two hours the coordinators see it (playbook)."""
    await remind_writers(uow, now=now)
    await show_to_coordinators(uow, now=now)
