"""What has been kept long enough."""

from __future__ import annotations

from datetime import datetime

from bot.services.retention import drop_refused, let_go_tonight
from bot.storage.work import UnitOfWork


async def drop(uow: UnitOfWork, now: datetime) -> None:
    """Words of people who do not agree, when their day is over."""
    await drop_refused(uow, now=now)


async def let_go(uow: UnitOfWork, now: datetime) -> bool:
    """At night, in slices."""
    return await let_go_tonight(uow, now=now)
