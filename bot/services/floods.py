"""One person's flood: answered politely once, seen by the coordinators, and nothing of it lost or slowing others."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, may_some
from bot.services.alerts import alert_coordinators
from bot.storage.work import UnitOfWork


async def must_not_flood(uow: UnitOfWork, reporter: Member, *, danger: bool, now: datetime) -> None:
    """Raises RuleError when that person has filed as many reports lately as one may, and shows it to the
    coordinators. Danger is never counted.
    """
    if not danger and await floods(uow, reporter, now=now):
        await show_flood(uow, reporter, "alert-flood-reports", now=now)
        minutes = int(uow.playbook.limits.reports_within.total_seconds()) // 60
        raise RuleError("no-too-many-reports", minutes=minutes)


async def floods(uow: UnitOfWork, reporter: Member, *, now: datetime) -> bool:
    """Has filed as many reports lately as one may. Whoever works for the community may file any number."""
    limits = uow.playbook.limits
    if may_some(reporter, Verb.UNLIMITED):
        return False
    return await uow.cases.filed_since(reporter.id, now - limits.reports_within) >= limits.reports


async def show_flood(uow: UnitOfWork, person: Member, key: str, *, now: datetime) -> None:
    """The coordinators hear of it, once an hour, with the account at hand: a person may be put on the block list."""
    hour = int(now.timestamp()) // 3600
    await alert_coordinators(uow, key, dedupe=f"flood:{key}:{person.id}:{hour}", now=now, name=person.name)
    for reader in await uow.members.reachable_coordinators():
        uow.place(
            "person", person.id, reader.telegram_id, now=now, subject=f"member:{person.id}", round_=hour
        )
