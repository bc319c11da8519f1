"""Buttons that are offered for a minute vanish when it is over."""

from __future__ import annotations

from datetime import datetime

from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def fade_cards(uow: UnitOfWork, *, now: datetime) -> None:
    """Every card that said it would look different by now is shown anew, once."""
    await Placements(uow.session).fade(now)
