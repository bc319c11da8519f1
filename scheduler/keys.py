"""The key may be changed while we run."""

from __future__ import annotations

from datetime import datetime

from bot.storage.work import UnitOfWork


async def learn(uow: UnitOfWork, now: datetime) -> None:
    """With every tick: versions that were added or dropped."""
    uow.keychain.refresh()
