"""08:00: what the machine needs a person for."""

from __future__ import annotations

from datetime import datetime

from bot.services.upkeep import send_line
from bot.storage.work import UnitOfWork


async def tell(uow: UnitOfWork, now: datetime) -> None:
    """To admins, and only if there is anything."""
    await send_line(uow, now=now)
