"""Promised times that went by."""

from __future__ import annotations

from datetime import datetime

from bot.services.promises import tell_broken_promises
from bot.storage.work import UnitOfWork


async def watch(uow: UnitOfWork, now: datetime) -> None:
    """Says so where a party is late."""
    await tell_broken_promises(uow, now=now)
