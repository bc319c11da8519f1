"""Tasks nobody has claimed are put to more people; rests that are over end."""

from __future__ import annotations

from datetime import datetime

from bot.services.offering import widen_offers
from bot.services.resting import end_rests
from bot.storage.work import UnitOfWork


async def widen(uow: UnitOfWork, now: datetime) -> bool:
    """The next people are asked."""
    return await widen_offers(uow, now=now)


async def wake(uow: UnitOfWork, now: datetime) -> None:
    """Who rested until now is back."""
    await end_rests(uow, now=now)
