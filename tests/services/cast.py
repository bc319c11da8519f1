"""Invented people for the services' tests, and what was asked to be sent to them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.domain.consent import TEXT
from bot.domain.marks import STRONG, Mark
from bot.domain.member import Member, Role
from bot.storage.database import Database
from bot.storage.machinery import outbox, placement
from bot.storage.work import UnitOfWork

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Xiamen
TEAM, OTHER_TEAM = "阳光姐姐", "水上救援队"


async def newcomer(
    uow: UnitOfWork,
    name: str,
    *roles: Role,
    team: str | None = None,
    leads: bool = False,
    started: bool = True,
    now: datetime = NOW,
) -> Member:
    """Somebody new; their Telegram number follows from how many there are."""
    count = len((await uow.session.scalars(select(Member))).all())
    member = Member(6_100_000_001 + count, name, consented=TEXT)
    uow.add(member)
    if started:
        member.start(now)
    for role in roles:
        member.grant(role, now)
    if team is not None:
        member.join(team, now, leads=leads).marks = (Mark(STRONG, now),)
    await uow.numbered()
    return member


async def said_to(database: Database, chat_id: int) -> list[tuple[str, dict[str, Any]]]:
    """Key and arguments of all words to that chat, oldest first."""
    async with database.look() as uow:
        rows = await uow.session.scalars(
            select(outbox.c.body).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id)
        )
        return [(body["key"], body["args"]) for body in rows]


async def cards_in(database: Database, chat_id: int) -> list[str]:
    """Names of the cards put in that chat, oldest first."""
    async with database.look() as uow:
        rows = await uow.session.scalars(
            select(placement.c.card).where(placement.c.chat_id == chat_id).order_by(placement.c.id)
        )
        return list(rows)
