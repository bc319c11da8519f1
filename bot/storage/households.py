"""Queries for households: doors, who lives behind them, who is linked to them, and how one is forgotten."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.household import Dweller, Household, Kin, Relative
from bot.domain.place import Place
from bot.rosters.rows import HouseholdRow, MemberRow
from bot.storage.crypto import Keychain
from bot.storage.registers.dwellers import Dwellers, open_door
from bot.storage.registers.register import Hasher
from bot.storage.registers.volunteers import Volunteers
from bot.storage.tables import dweller, household, kin, listed_phone, roster_member

_h, _d, _p, _m = household.c, dweller.c, listed_phone.c, roster_member.c


class Households:
    """What rosters told of the community's doors, and volunteers who are not here yet."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain
        self._hash = Hasher(keychain)

    async def get(self, number: int | None) -> Household:
        """That household. Raises RuleError when there is none (any more)."""
        found = (await self.many([number])) if number is not None else []
        if not found or found[0].forgotten:
            raise RuleError("no-such-household")
        return found[0]

    async def many(self, numbers: Collection[int]) -> list[Household]:
        """These, opened, with everybody behind the doors; by number."""
        if not numbers:
            return []
        rows = (
            await self._session.execute(
                select(_h.id, _h.compound, _h.building, _h.data_key, _h.sealed)
                .where(_h.id.in_(numbers))
                .order_by(_h.id)
            )
        ).all()
        behind: dict[int, list[Dweller]] = {row.id: [] for row in rows}
        people = select(_d.id, _d.household_id, _d.left_at).where(_d.household_id.in_(behind)).order_by(_d.id)
        each = (await self._session.execute(people)).all()
        opened = await Dwellers(self._session, self._keychain).rows([one.id for one in each])
        for one in each:
            if one.id in opened:
                behind[one.household_id].append(_dweller(one.id, opened[one.id], one.left_at))
        return [
            Household(
                row.id,
                Place(row.compound, row.building, *open_door(self._keychain, row.data_key, row.sealed)),
                tuple(behind[row.id]),
                forgotten=row.data_key is None,
            )
            for row in rows
        ]

    async def at(self, place: Place) -> int | None:
        """The number of the household behind that door."""
        door = self._hash.of("door", place.compound, place.building, place.unit, place.room)
        return await self._session.scalar(select(_h.id).where(_h.door_hash == door, _h.gone_at.is_(None)))

    async def inhabited(
        self, compound: str, after: int, limit: int, building: str | None = None
    ) -> list[int]:
        """The next doors of a compound behind which somebody is known."""
        there = select(_d.id).where(_d.household_id == _h.id, _d.left_at.is_(None)).exists()
        query = select(_h.id).where(_h.compound == compound, _h.gone_at.is_(None), _h.id > after, there)
        if building is not None:
            query = query.where(_h.building == building)
        return list(await self._session.scalars(query.order_by(_h.id).limit(limit)))

    async def touched(self, number: int, now: datetime) -> None:
        """Something about it changed: a roster that made it can be taken back no more."""
        change = update(household).where(_h.id == number)
        await self._session.execute(change.values(version=_h.version + 1, changed_at=now))

    async def forget(self, number: int, now: datetime) -> None:
        """Its key is destroyed, and with it everything personal; door and people cannot be looked up either."""
        people = list(await self._session.scalars(select(_d.id).where(_d.household_id == number)))
        await self._session.execute(delete(listed_phone).where(_p.kind == "dweller", _p.ref.in_(people)))
        for one in people:
            gone = {"key_hash": f"gone:{one}", "mark": "", "sealed": None, "categories": "", "left_at": now}
            change = update(dweller).where(_d.id == one)
            await self._session.execute(change.values(**gone, version=_d.version + 1, changed_at=now))
        empty = {"door_hash": f"gone:{number}", "data_key": None, "sealed": None, "gone_at": now}
        change = update(household).where(_h.id == number)
        await self._session.execute(change.values(**empty, version=_h.version + 1, changed_at=now))

    async def kin_of(self, member_id: int | None) -> list[Kin]:
        """To which households somebody is linked."""
        rows = await self._session.scalars(
            select(Kin).where(kin.c.member_id == member_id, kin.c.ended_at.is_(None)).order_by(kin.c.id)
        )
        return list(rows)

    async def link(self, member_id: int, number: int) -> Kin | None:
        """Their link to that household, also one that has ended."""
        query = select(Kin).where(kin.c.member_id == member_id, kin.c.household_id == number)
        return await self._session.scalar(query)

    async def links(self, number: int) -> list[Kin]:
        """Who is linked to that household."""
        open_ = (kin.c.household_id == number, kin.c.ended_at.is_(None))
        return list(await self._session.scalars(select(Kin).where(*open_).order_by(kin.c.id)))

    async def by_phone(self, kind: str, phone: str) -> list[int]:
        """Whom a roster lists with that number: numbers of dwellers, or of volunteers (`roster_member`)."""
        query = select(_p.ref).where(_p.hash == self._hash.phone(phone), _p.kind == kind)
        return list(await self._session.scalars(query.order_by(_p.ref)))

    async def volunteer(self, number: int | None) -> MemberRow:
        """What a roster told of a volunteer. Raises RuleError when they are listed no more."""
        rows = await Volunteers(self._session, self._keychain).rows([number or 0])
        if number not in rows:
            raise RuleError("no-such-volunteer")
        return rows[number]

    async def unlinked(self, numbers: Collection[int]) -> list[int]:
        """Those of these listed volunteers whom nobody has claimed."""
        query = select(_m.id).where(_m.id.in_(numbers), _m.member_id.is_(None), _m.left_at.is_(None))
        return list(await self._session.scalars(query.order_by(_m.id)))

    async def unclaimed(self, after: int, limit: int) -> list[int]:
        """The next listed volunteers whom nobody has claimed."""
        free = (_m.id > after, _m.member_id.is_(None), _m.left_at.is_(None))
        return list(await self._session.scalars(select(_m.id).where(*free).order_by(_m.id).limit(limit)))

    async def claim(self, number: int, member_id: int, now: datetime) -> bool:
        """That listed volunteer is this member; False where somebody else said so before."""
        mine = update(roster_member).where(_m.id == number, _m.member_id.is_(None))
        change = mine.values(member_id=member_id, linked_at=now, changed_at=now, version=_m.version + 1)
        return bool((await self._session.execute(change.returning(_m.id))).first())


def _dweller(number: int, row: HouseholdRow, left_at: datetime | None) -> Dweller:
    contacts = tuple(Relative(one.name, one.relation, one.phones) for one in row.contacts)
    return Dweller(
        number,
        row.name,
        row.phones,
        row.categories,
        row.birth,
        contacts,
        row.languages,
        row.remark,
        left_at,
    )
