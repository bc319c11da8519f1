"""Queries for families: whose link to whom holds, and which wait for an answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import and_, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import Select
from sqlalchemy.sql.elements import BindParameter

from bot.domain.case import OPEN
from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.kinship import CLIMB_AFTER, Consent, Kinship
from bot.domain.place import Place
from bot.storage import tables
from bot.storage.crypto import Keychain
from bot.storage.machinery import placement
from bot.storage.members import Members
from bot.storage.registers.dwellers import open_door

_k, _c, _i = tables.kinship.c, tables.case.c, tables.invite.c
_d, _l, _m = tables.household.c, tables.kin.c, tables.member.c
_LIVE = _k.state.in_((Consent.ASKED, Consent.GIVEN))
CARD = "kin_case"
"""The card on which a family member reads how a matter of their old person stands."""


class Kin:
    """Links between family members and old people."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain

    async def get(self, number: int | None) -> Kinship:
        """That link. Raises RuleError when there is none."""
        found = await self._session.scalar(select(Kinship).where(_k.id == number))
        if found is None:
            raise RuleError("no-kin-over")
        return found

    async def family_of(
        self, *, member_id: int | None = None, household_id: int | None = None
    ) -> list[Kinship]:
        """Who is family of that member or household, with consent; oldest link first."""
        if member_id is None:
            return await self._of_household(household_id)
        return await self._where(_k.elder_id == member_id, _k.state == Consent.GIVEN)

    async def elders_of(self, member_id: int | None) -> list[Kinship]:
        """To whom this person is family, with consent."""
        return await self._where(_k.family_id == member_id, _k.state == Consent.GIVEN)

    async def live_of(self, member_id: int | None) -> list[Kinship]:
        """Links on either side, given or asked for."""
        return await self._where(or_(_k.family_id == member_id, _k.elder_id == member_id), _LIVE)

    async def unjoined(self, after: int, limit: int) -> list[Kinship]:
        """The next links of which nobody knows yet to which household."""
        query = select(Kinship).where(_k.id > after, _k.household_id.is_(None), _LIVE)
        return list(await self._session.scalars(query.order_by(_k.id).limit(limit)))

    async def unjoin(self, household_id: int) -> None:
        """That household is known no more."""
        change = update(tables.kinship).where(_k.household_id == household_id)
        await self._session.execute(change.values(household_id=None, version=_k.version + 1))

    async def for_coordinators(self, now: datetime) -> list[Kinship]:
        """Somebody without Telegram is still to be asked in person, and nobody but the coordinators is left to."""
        late = or_(_k.asker_id.is_(None), _k.asked_at <= now - CLIMB_AFTER)
        return await self._where(_k.state == Consent.ASKED, _k.elder_id.is_(None), late)

    async def sent_to(self, member_id: int | None) -> list[Kinship]:
        """Whom this person is to ask at the door."""
        return await self._where(_k.asker_id == member_id, _k.state == Consent.ASKED, _k.elder_id.is_(None))

    async def untold(self) -> list[tuple[int, int]]:
        """Open cases of old people who share them, and the chats of family members that do not show them yet."""
        m, p = tables.member.c, placement.c
        shown = exists().where(p.card == CARD, p.ref == _c.id, p.chat_id == m.telegram_id)
        shared = and_(_k.elder_id == _c.reporter_id, _k.state == Consent.GIVEN, _k.shares.is_(True))
        query = (
            select(_c.id, m.telegram_id)
            .join(tables.kinship, shared)
            .join(tables.member, m.id == _k.family_id)
            .where(_c.state.in_(OPEN), _c.sensitive.is_(False), _c.proxy_id.is_(None))
            .where(
                _c.reported_at >= _k.answered_at, m.started_at.is_not(None), m.blocked_at.is_(None), ~shown
            )
        )
        return [(row[0], row[1]) for row in await self._session.execute(query.limit(200))]

    async def code(self, code: str) -> Invite | None:
        """The one-time code somebody was shown, locked; None where there is none."""
        query = select(Invite).where(_i.code_hash == self.hashed(code)).with_for_update()
        return await self._session.scalar(query)

    def hashed(self, code: str) -> str:
        """What is kept of a code; never what a link's code is kept as."""
        return self._keychain.look_up(f"kin:{code}")

    async def _of_household(self, number: int | None) -> list[Kinship]:
        """By their old person: one linked to the household by its code, or one who lives behind that door."""
        found = list(await self._session.scalars(_around(), {"number": number}))
        if not found:
            return []
        query = select(_d.compound, _d.building, _d.data_key, _d.sealed).where(_d.id == number)
        row = (await self._session.execute(query)).one()
        door = Place(row.compound, row.building, *open_door(self._keychain, row.data_key, row.sealed))
        linked = set(
            await self._session.scalars(
                select(_l.member_id).where(_l.household_id == number, _l.ended_at.is_(None))
            )
        )
        elders = await Members(self._session).many(one.elder_id for one in found if one.elder_id)
        linked |= {number for number, one in elders.items() if _same_door(one.home, door)}
        return [one for one in found if _is_there(one, number, linked, door)]

    async def _where(self, *where: object) -> list[Kinship]:
        rows = await self._session.scalars(select(Kinship).where(*where).order_by(_k.id))  # type: ignore[arg-type]
        return list(rows)


@cache
def _around() -> Select[Kinship]:
    """Links that hold and may be somebody's of that household; its door is compared once they are opened."""
    number: BindParameter[int | None] = bindparam("number")
    linked = select(_l.member_id).where(_l.household_id == number, _l.ended_at.is_(None))
    near = and_(_m.compound == _d.compound, _m.building == _d.building)
    there = select(_m.id).join(tables.household, near).where(_d.id == number)
    listed = and_(_k.compound == _d.compound, _k.building == _d.building)
    behind = select(_d.id).where(_d.id == number, listed).correlate(tables.kinship)
    elders = or_(_k.elder_id.in_(there), _k.elder_id.in_(linked), _k.household_id == number, behind.exists())
    return select(Kinship).where(elders, _k.state == Consent.GIVEN).order_by(_k.id)


def _is_there(one: Kinship, number: int | None, elders: Collection[int | None], door: Place) -> bool:
    if one.elder_id in elders or one.household_id == number:
        return True
    return not one.elder_id and not one.household_id and _same_door(one.place, door)


def _same_door(one: Place, door: Place) -> bool:
    """The same flat; who did not say which unit may live in it."""
    same = (one.compound, one.building) == (door.compound, door.building)
    units = None in (one.unit, door.unit) or one.unit == door.unit
    return same and units and one.room is not None and one.room == door.room
