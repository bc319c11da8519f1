"""Proposals nobody answered."""

from __future__ import annotations

from datetime import datetime

from bot.services.appointing import expire_proposals
from bot.storage.work import UnitOfWork


async def expire(uow: UnitOfWork, now: datetime) -> None:
    """Over after the time the playbook gives the second person."""
    await expire_proposals(uow, now=now)
