"""Dangers nobody has taken are called out again."""

from __future__ import annotations

from datetime import datetime

from bot.services.paging import page_due
from bot.services.taking import finish_forgotten
from bot.storage.work import UnitOfWork


async def page_alarms(uow: UnitOfWork, now: datetime) -> None:
    """One round for each alarm whose time has come; yesterday's details are taken back."""
    await page_due(uow, now)
    await finish_forgotten(uow, now)
