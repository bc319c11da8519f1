"""An update that failed for good: kept as dead, told to the coordinators and to the person, by one reference."""

from __future__ import annotations

from datetime import datetime

from bot.intake.wanted import person_of
from bot.services.alerts import alert_coordinators
from bot.storage.inbox import Filed
from bot.storage.work import UnitOfWork


async def bury(uow: UnitOfWork, row: Filed, reference: str, now: datetime, lease: str | None = None) -> None:
    """Marks it dead and tells both sides. Raises TakenError when another process has it in hand by now."""
    await uow.inbox.bury(row.id, reference, now, lease)
    await alert_coordinators(uow, "alert-dead-update", dedupe=f"dead:{row.id}", now=now, reference=reference)
    sender = person_of(row.payload) if isinstance(row.payload, dict) else None
    if sender is None:
        return
    member = (await uow.members.by_telegram([sender["id"]])).get(sender["id"])
    if member and member.reachable:
        uow.say(member.telegram_id, "sorry-it-failed", dedupe=f"sorry:{row.id}", now=now, reference=reference)
