"""Who was asked about which visit, who has still to be told, and how many lists they had today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, delete, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select

from bot.domain.visit import Visit
from bot.domain.visit.lists import Had
from bot.storage import tables
from bot.storage.inserting import insert_or_set
from bot.storage.visits import WAITING

_a, _l, _v, _w = tables.visit_asked.c, tables.visit_list.c, tables.visit.c, tables.visit_helper.c


@cache
def _asked() -> Select[int, int]:
    wanted = _a.visit_id.in_(bindparam("visits", expanding=True))
    return select(_a.visit_id, _a.member_id).where(wanted)


@cache
def _to_tell() -> Select[int]:
    """Through what is due, not through everybody by number: asked at every tick, when mostly nothing is."""
    member = (_a.member_id + literal_column("0")).label("member")
    due = select(member).where(_a.tell_at <= bindparam("now"))
    return due.distinct().order_by(member).limit(bindparam("most"))


@cache
def _concerns() -> Select[bool]:
    asked = select(_a.id).where(_a.visit_id == bindparam("visit"), _a.member_id == bindparam("member"))
    helps = select(_w.id).where(_w.plan_id == bindparam("plan"), _w.member_id == bindparam("member"))
    return select(or_(asked.exists(), helps.exists()))


@dataclass(frozen=True, slots=True)
class Told:
    """This person was asked about that visit; their list is due `tell_at`, or has nothing new (None)."""

    visit_id: int
    member_id: int
    tell_at: datetime | None


class VisitLists:
    """The one list of each person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def asked(self, visits: Collection[int]) -> set[tuple[int, int]]:
        """Visit and person of everybody who was asked about these."""
        rows = await self._session.execute(_asked(), {"visits": sorted(visits)})
        return {(row.visit_id, row.member_id) for row in rows}

    async def concerns(self, visit: Visit, member_id: int | None) -> bool:
        """Was that person ever asked about it, or are they a helper of the household?"""
        numbers = {"visit": visit.id, "plan": visit.plan_id, "member": member_id}
        return bool(await self._session.scalar(_concerns(), numbers))

    async def ask(self, all_told: Iterable[Told], now: datetime) -> None:
        """They are asked, or asked again."""
        rows = [
            {"visit_id": one.visit_id, "member_id": one.member_id, "at": now, "tell_at": one.tell_at}
            for one in all_told
        ]
        if rows:
            keys = ("visit_id", "member_id")
            await self._session.execute(
                insert_or_set(self._session, tables.visit_asked, keys, ("tell_at",)), rows
            )

    async def had(self, members: Collection[int]) -> dict[int, Had]:
        """The last day on which each of them had lists; who never had one is missing."""
        query = select(_l.member_id, _l.day, _l.lists).where(_l.member_id.in_(sorted(members)))
        return {row.member_id: Had(row.day, row.lists) for row in await self._session.execute(query)}

    async def write(self, all_had: Mapping[int, Had]) -> None:
        """They have had so many."""
        rows = [{"member_id": number, "day": had.day, "lists": had.count} for number, had in all_had.items()]
        if rows:
            query = insert_or_set(self._session, tables.visit_list, ("member_id",), ("day", "lists"))
            await self._session.execute(query, rows)

    async def to_tell(self, now: datetime, limit: int) -> list[int]:
        """Whose list of visits is due."""
        return list(await self._session.scalars(_to_tell(), {"now": now, "most": limit}))

    async def tell(self, members: Collection[int], at: datetime | None) -> None:
        """Whatever is new to them is told then; None: they have seen it."""
        if members:
            new = update(tables.visit_asked).where(_a.member_id.in_(sorted(members)), _a.tell_at.is_not(None))
            await self._session.execute(new.values(tell_at=at))

    async def calls_due(self, now: datetime, limit: int) -> list[int]:
        """Whose list of phone calls is due."""
        query = select(_l.member_id).where(_l.calls_at <= now).order_by(_l.member_id).limit(limit)
        return list(await self._session.scalars(query))

    async def want_calls(self, member_id: int, had: Had, at: datetime | None) -> None:
        """They are to see the phone calls then; None: they have."""
        row = {"member_id": member_id, "day": had.day, "lists": had.count, "calls_at": at}
        query = insert_or_set(self._session, tables.visit_list, ("member_id",), ("calls_at",))
        await self._session.execute(query, [row])

    async def forget_over(self) -> None:
        """Nobody is asked about what is over."""
        waits = select(_v.id).where(_v.id == _a.visit_id, _v.state.in_(WAITING)).exists()
        await self._session.execute(delete(tables.visit_asked).where(~waits))
