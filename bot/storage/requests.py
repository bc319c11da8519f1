"""Queries for who wants to join a team, and who let them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.member import Member, TeamPlace
from bot.storage import tables
from bot.storage.machinery import event
from bot.storage.members import Members


class Requests:
    """People's places in teams, by the place's own number."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, place_id: int) -> tuple[Member, TeamPlace]:
        """The place and whose it is. Raises RuleError when there is none."""
        column = tables.team_place.c
        member_id = await self._session.scalar(select(column.member_id).where(column.id == place_id))
        member = await Members(self._session).get(member_id)
        return member, next(place for place in member.teams if place.id == place_id)

    async def decided_by(self, place_id: int) -> str | None:
        """The name of whoever answered last."""
        by_id = await self._session.scalar(
            select(event.c.by_id)
            .where(event.c.subject == f"place:{place_id}", event.c.kind.in_(["team_joined", "team_refused"]))
            .order_by(event.c.id.desc())
            .limit(1)
        )
        who = await Members(self._session).find(by_id)
        return who.name if who else None
