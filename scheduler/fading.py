"""Cards that offer something for a minute."""

from __future__ import annotations

from datetime import datetime

from bot.services.fading import fade_cards
from bot.storage.work import UnitOfWork


async def fade(uow: UnitOfWork, now: datetime) -> None:
    """A 撤销 whose minute is over goes from its card."""
    await fade_cards(uow, now=now)
