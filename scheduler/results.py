"""Residents who have not said whether it is solved are reminded, and not for ever."""

from __future__ import annotations

from datetime import datetime

from bot.services.silence import remind_reporters
from bot.storage.work import UnitOfWork


async def remind(uow: UnitOfWork, now: datetime) -> None:
    """Days 3 and 6; after 7 days the case ends as unconfirmed."""
    await remind_reporters(uow, now=now)
