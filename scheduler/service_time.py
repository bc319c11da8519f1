"""Hours that wait to be confirmed are told to who leads, once a day."""

from __future__ import annotations

from datetime import datetime

from bot.services.service_time import send_times
from bot.storage.work import UnitOfWork


async def tell(uow: UnitOfWork, now: datetime) -> None:
    """The day's list."""
    await send_times(uow, now=now)
