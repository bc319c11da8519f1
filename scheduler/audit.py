"""What was recorded is sealed."""

from __future__ import annotations

from datetime import datetime

from bot.services.audit import seal_events
from bot.storage.work import UnitOfWork


async def seal(uow: UnitOfWork, now: datetime) -> bool:
    """With every tick, so that nothing waits for its seal longer than that."""
    return await seal_events(uow, now=now)
