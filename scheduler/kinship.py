"""What old people report is shown to those of their family with whom they share it."""

from __future__ import annotations

from datetime import datetime

from bot.services.kinship import tell_families
from bot.storage.work import UnitOfWork


async def tell(uow: UnitOfWork, now: datetime) -> None:
    """Within a tick of the report."""
    await tell_families(uow, now=now)
