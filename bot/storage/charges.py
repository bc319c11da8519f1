"""Queries for who is in charge of what."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.charge import Charge
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.storage import tables

_c = tables.charge.c


class Charges:
    """Duties that are held now."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, charge_id: int) -> Charge:
        """That one, also when it has ended. Raises RuleError when there is none."""
        found = await self._session.scalar(select(Charge).where(_c.id == charge_id))
        if found is None:
            raise RuleError("no-charge-over")
        return found

    async def at(self, place: Place) -> list[Charge]:
        """Who holds what in that building; where a grid worker has the whole compound, that too."""
        here = or_(_c.building == place.building, _c.building.is_(None))
        where = (_c.compound == place.compound, here, _c.ended_at.is_(None))
        return list(await self._session.scalars(select(Charge).where(*where).order_by(_c.id)))

    async def of(self, member_id: int | None) -> list[Charge]:
        """What one person holds."""
        where = (_c.member_id == member_id, _c.ended_at.is_(None))
        return list(await self._session.scalars(select(Charge).where(*where).order_by(_c.id)))
