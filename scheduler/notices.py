"""Notices whose time is over."""

from __future__ import annotations

from datetime import datetime

from bot.services.notices.correcting import end_notices
from bot.storage.work import UnitOfWork


async def end(uow: UnitOfWork, now: datetime) -> bool:
    """They come off the top of their groups."""
    return await end_notices(uow, now=now)
