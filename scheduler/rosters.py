"""What was kept of rosters that can be taken back no more goes."""

from __future__ import annotations

from datetime import datetime

from bot.services.importing.deciding import empty_rosters
from bot.storage.work import UnitOfWork


async def empty(uow: UnitOfWork, now: datetime) -> bool:
    """Some lines at a time."""
    return await empty_rosters(uow, now=now)
