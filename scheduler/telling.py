"""Who has no Telegram is to be told how it ended, by a person."""

from __future__ import annotations

from datetime import datetime

from bot.services.telling import remind_tellers
from bot.storage.work import UnitOfWork


async def remind(uow: UnitOfWork, now: datetime) -> None:
    """The next day once more, after two days by the coordinators."""
    await remind_tellers(uow, now=now)
