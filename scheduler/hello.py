"""报平安: the day's question, and what follows when nobody answers."""

from __future__ import annotations

from datetime import datetime

from bot.services.hello.asking import ask_due, move_days
from bot.storage.work import UnitOfWork


async def ask(uow: UnitOfWork, now: datetime) -> bool:
    """Everybody whose hour has come."""
    return await ask_due(uow, now=now)


async def move(uow: UnitOfWork, now: datetime) -> bool:
    """Asked once more, then phoned."""
    return await move_days(uow, now=now)
