"""收到 of one notice: kept, taken back, counted; and whose numbers have to be shown anew for it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    cast,
    delete,
    distinct,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notice import Via
from bot.domain.place import Place
from bot.storage import tables
from bot.storage.course import CARD
from bot.storage.inserting import insert_new
from bot.storage.machinery import PlaceState, placement

_r, _p = tables.receipt.c, placement.c
_WHO = case((_r.via == Via.SELF, literal("me:") + cast(_r.member_id, String)), else_=_r.whom)
"""One reader, however many of their family say so too."""


class Receipts:
    """Who one notice has reached."""

    def __init__(self, session: AsyncSession, notice_id: int) -> None:
        self._session = session
        self._id = notice_id

    async def add(
        self,
        member_id: int,
        chat_id: int,
        now: datetime,
        *,
        place: Place,
        household_id: int | None,
        via: Via = Via.SELF,
        whom: str = "",
    ) -> bool:
        """Once a person and whom they answer for; False the second time."""
        row = {
            "notice_id": self._id, "member_id": member_id, "via": via, "whom": whom, "household_id": household_id,
            "compound": place.compound if place.building else None, "building": place.building,
            "chat_id": chat_id, "at": now,
        }  # fmt: skip
        query = insert_new(self._session, tables.receipt).values(row).returning(_r.id)
        return (await self._session.execute(query)).first() is not None

    async def take_back(self, member_id: int, whom: str = "") -> bool:
        """A wrong press. False where there was none."""
        mine = (_r.notice_id == self._id, _r.member_id == member_id, _r.whom == whom)
        query = delete(tables.receipt).where(*mine).returning(_r.id)
        return (await self._session.execute(query)).first() is not None

    async def of(self, member_id: int | None) -> set[str]:
        """For whom somebody has said so: "" is themselves."""
        mine = (_r.notice_id == self._id, _r.member_id == member_id)
        return set(await self._session.scalars(select(_r.whom).where(*mine)))

    async def count(self) -> int:
        """How many readers and homes that are."""
        return await self._number(_r.via != Via.DOOR)

    async def count_in(self, place: Place, chat_id: int) -> tuple[int, int]:
        """For a group: how many of its own building, wherever they pressed; and how many pressed there of whom we do
        not know where they live. Where a group is no building's: how many pressed there."""
        if place.building is None:
            return await self._number(_r.chat_id == chat_id, _r.via != Via.DOOR), 0
        here = and_(_r.compound == place.compound, _r.building == place.building, _r.via != Via.DOOR)
        lost = and_(_r.chat_id == chat_id, _r.building.is_(None), _r.via != Via.DOOR)
        counts = [func.count(distinct(case((one, _WHO)))) for one in (here, lost)]
        row = (
            await self._session.execute(select(*counts).where(_r.notice_id == self._id, or_(here, lost)))
        ).one()
        return int(row[0]), int(row[1])

    async def _number(self, *where: ColumnElement[bool]) -> int:
        query = select(func.count(distinct(_WHO))).where(_r.notice_id == self._id, *where)
        return int(await self._session.scalar(query) or 0)

    async def recount(self, chats: Collection[int], every: timedelta, now: datetime) -> None:
        """The numbers in these groups are shown anew, at most that often; what one person sees of their own press, at
        once. Whoever sent it sees theirs with the next tick of the clock (`lately`)."""
        here = (_p.card == CARD, _p.ref == self._id, _p.chat_id.in_(sorted(chats)))
        there = (*here, _p.state == PlaceState.LIVE, _p.wanted == _p.shown)
        for row in (
            await self._session.execute(select(_p.id, _p.chat_id, _p.not_before).where(*there))
        ).all():
            own = row.chat_id > 0 or row.not_before is None
            at = now if own else max(now, row.not_before + every)
            change: Any = update(placement).where(_p.id == row.id)
            await self._session.execute(change.values(wanted=_p.wanted + 1, not_before=at))


async def lately(session: AsyncSession, since: datetime) -> list[int]:
    """Notices somebody has answered since then."""
    return list(await session.scalars(select(_r.notice_id).where(_r.at >= since).distinct()))


async def settle_receipts(
    session: AsyncSession, member_id: int, place: Place, household_id: int | None
) -> None:
    """They have just said where they live: what they pressed before counts there, and nobody need go to that door."""
    mine = update(tables.receipt).where(_r.member_id == member_id, _r.via == Via.SELF)
    here = mine.where(_r.building.is_(None))
    await session.execute(here.values(compound=place.compound, building=place.building))
    if household_id is not None:
        await session.execute(mine.where(_r.household_id.is_(None)).values(household_id=household_id))
