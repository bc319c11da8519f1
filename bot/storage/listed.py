"""Queries for people linked with a line of a roster, and what a coordinator is to look at since that line changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.household import Kin, Relation
from bot.domain.listed import Listed
from bot.domain.place import Place
from bot.rosters.rows import MemberRow
from bot.storage.crypto import Keychain
from bot.storage.registers.former import Former, read_former
from bot.storage.registers.volunteers import Volunteers
from bot.storage.tables import dweller, kin, roster_member

_m, _k, _d = roster_member.c, kin.c, dweller.c
_MOST = 100
_SOMEBODY = (
    select(_d.id).where(_d.household_id == _k.household_id, _d.left_at.is_(None)).correlate(kin).exists()
)


class ListedPeople:
    """Volunteers and dwellers who are here, as rosters tell of them."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain

    async def get(self, number: int) -> Listed:
        """That line of a linked volunteer. Raises RuleError when there is none (any more)."""
        found = await self.linked([number])
        if not found:
            raise RuleError("no-listed-over")
        return found[0]

    async def linked(self, numbers: Collection[int]) -> list[Listed]:
        """Those of these lines somebody is linked with."""
        columns = (_m.id, _m.member_id, _m.left_at, _m.former)
        query = select(*columns).where(_m.id.in_(numbers), _m.member_id.is_not(None))
        rows = (await self._session.execute(query.order_by(_m.id))).all()
        opened = await Volunteers(self._session, self._keychain).rows([one.id for one in rows])
        return [
            _listed(one, told, read_former(one.former))
            for one in rows
            if (told := opened.get(one.id)) is not None
        ]

    async def settle(self, number: int) -> None:
        """A coordinator has decided: nothing is to be looked at, and what it said before counts no more."""
        former = read_former(await self._session.scalar(select(_m.former).where(_m.id == number)))
        kept = replace(former, teams=(), led=False).written()
        change = update(roster_member).where(_m.id == number)
        await self._session.execute(change.values(asks_at=None, former=kept))

    async def ask_home(self, listed: Listed) -> bool:
        """They are to be asked whether they live where it says; False where they were asked that before."""
        asked = (listed.home.compound or "", listed.home.building or "")
        former = read_former(await self._session.scalar(select(_m.former).where(_m.id == listed.id)))
        if former.asked == asked:
            return False
        change = update(roster_member).where(_m.id == listed.id)
        await self._session.execute(change.values(former=replace(former, asked=asked).written()))
        return True

    async def ask(self, numbers: Collection[int], at: datetime | None) -> None:
        """A coordinator is to look at these from now on; None: no more."""
        await self._session.execute(update(roster_member).where(_m.id.in_(numbers)).values(asks_at=at))

    async def asking(self) -> list[tuple[int, int, datetime]]:
        """Lines to look at: number, who is linked, since when."""
        query = select(_m.id, _m.member_id, _m.asks_at).where(_m.asks_at.is_not(None))
        rows = await self._session.execute(
            query.where(_m.member_id.is_not(None)).order_by(_m.id).limit(_MOST)
        )
        return [(row[0], row[1], row[2]) for row in rows]

    async def ask_of_doors(self, people: Collection[int], now: datetime) -> None:
        """These people are on the roster no more: who is linked to a door behind which nobody is left, is asked about."""
        doors = select(_d.household_id).where(_d.id.in_(people))
        change = update(kin).where(_k.household_id.in_(doors), _k.ended_at.is_(None), ~_SOMEBODY)
        await self._session.execute(change.where(_k.relation == Relation.LIVES_THERE).values(asks_at=now))

    async def at_empty_doors(self) -> list[Kin]:
        """Links to look at: to doors behind which the roster has nobody."""
        waiting = (_k.asks_at.is_not(None), _k.ended_at.is_(None), ~_SOMEBODY)
        return list(await self._session.scalars(select(Kin).where(*waiting).order_by(_k.id).limit(_MOST)))

    async def link(self, number: int) -> Kin:
        """That link, while it is to be looked at. Raises RuleError otherwise."""
        waiting = (_k.id == number, _k.asks_at.is_not(None), _k.ended_at.is_(None))
        found = await self._session.scalar(select(Kin).where(*waiting).with_for_update())
        if found is None:
            raise RuleError("no-listed-over")
        return found


def _listed(row: Any, told: MemberRow, former: Former) -> Listed:
    home = Place(told.compound, told.building)
    gone = row.left_at is not None
    return Listed(
        row.id, row.member_id, told.name, told.teams, told.leads, gone, former.teams, former.led, home
    )
