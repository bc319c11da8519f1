"""Queries for who is proposed to an office, and for who holds one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.role import OFFICES, Access, Role
from bot.storage import tables
from bot.storage.members import Members

_p = tables.proposal.c
_m = tables.member.c


class Proposals:
    """What waits for a second person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, proposal_id: int) -> Proposal:
        """That one, locked until this transaction ends. Raises RuleError when there is none."""
        query = select(Proposal).where(_p.id == proposal_id).with_for_update()
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-proposal-over")
        return found

    async def waiting(self, now: datetime) -> list[Proposal]:
        """What can still be agreed to, oldest first."""
        where = (_p.state == ProposalState.WAITING, _p.expires_at >= now)
        return list(await self._session.scalars(select(Proposal).where(*where).order_by(_p.id)))

    async def for_member(self, member_id: int | None, role: Role, now: datetime) -> Proposal | None:
        """What already waits for this person."""
        return next((p for p in await self.waiting(now) if (p.member_id, p.role) == (member_id, role)), None)

    async def expired(self, now: datetime) -> list[Proposal]:
        """What nobody answered in time."""
        where = (_p.state == ProposalState.WAITING, _p.expires_at < now)
        return list(await self._session.scalars(select(Proposal).where(*where)))

    async def holding(self, *roles: Role) -> list[Member]:
        """Everybody active who wears one of these hats."""
        found: dict[int, int] = {}
        for role in roles:
            where = (_m.roles.holding(role), _m.access == Access.ACTIVE)
            found |= {number: number for number in await self._session.scalars(select(_m.id).where(*where))}
        people = await Members(self._session).many(found)
        return [people[number] for number in sorted(people)]

    async def closed(self) -> list[Member]:
        """Everybody whose account is closed: suspended, logged out, on the block list."""
        found = await self._session.scalars(select(_m.id).where(_m.access != Access.ACTIVE))
        people = await Members(self._session).many(found)
        return [people[number] for number in sorted(people)]

    async def count(self, *roles: Role) -> int:
        """How many active people wear one of these hats; the rows are locked, so that two cannot both be the last."""
        numbers: set[int] = set()
        for role in roles or OFFICES:
            where = (_m.roles.holding(role), _m.access == Access.ACTIVE)
            query = select(_m.id).where(*where).with_for_update()
            numbers |= set(await self._session.scalars(query))
        return len(numbers)
