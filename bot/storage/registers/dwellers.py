"""The register of doors and who lives behind them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.roster import Entry, Known
from bot.rosters.rows import HouseholdRow
from bot.storage.crypto import Keychain, Seal
from bot.storage.registers.contents import as_bytes, household_content, household_row
from bot.storage.registers.register import Content, Put, Register
from bot.storage.tables import (
    code,
    dweller,
    household,
    kin,
    kinship,
    visit,
    visit_helper,
    visit_pause,
    visit_plan,
)

_DOOR = ("compound", "building", "unit", "room")
_PERSON = ("name", "phones", "birth", "contacts", "languages", "remark")


class Dwellers(Register[HouseholdRow]):
    """A row is one person behind one door; what is personal is sealed with the door's own key."""

    kind = "dweller"
    table = dweller

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        super().__init__(session, keychain)
        self._hashed: dict[tuple[str | None, ...], str] = {}

    def entry(self, row: HouseholdRow) -> Entry[Content]:
        """The same person: the same door and the same name."""
        content = household_content(row)
        return Entry((self._key(content),), self._hash.mark(content), (row.compound,), content)

    async def known(self, after: int, limit: int) -> list[Known]:
        """The next rows after that one, as they are compared."""
        d = dweller.c
        query = (
            select(d.id, d.version, d.key_hash, d.mark, d.left_at, household.c.compound)
            .join(household, household.c.id == d.household_id)
            .where(d.id > after, household.c.gone_at.is_(None))
            .order_by(d.id)
            .limit(limit)
        )
        return [
            Known(row.id, row.version, (row.key_hash,), row.mark, (row.compound,), row.left_at is not None)
            for row in await self._session.execute(query)
        ]

    async def rows(self, refs: Collection[int]) -> dict[int, HouseholdRow]:
        """These rows, opened."""
        h, d = household.c, dweller.c
        query = (
            select(d.id, d.sealed, d.categories, h.compound, h.building, h.data_key, h.sealed.label("door"))
            .join(household, h.id == d.household_id)
            .where(d.id.in_(refs), h.data_key.is_not(None))
        )
        return {row.id: household_row(self._opened(row)) for row in await self._session.execute(query)}

    async def insert(self, contents: Sequence[Content], now: datetime) -> list[Put]:
        """New people, behind doors that are made where they are not there yet."""
        keys = [self._door(content) for content in contents]
        doors, made = await self._doors(dict(zip(keys, contents, strict=True)), now)
        homes = [doors[key] for key in keys]
        rows = [
            {"household_id": number, "key_hash": self._key(content), "changed_at": now, "version": 1}
            | self._sealed(content, seal)
            for content, (number, seal) in zip(contents, homes, strict=True)
        ]
        numbers = await self._put(rows, contents)
        return [
            Put(ref, 1, door if door in made else None) for ref, (door, _) in zip(numbers, homes, strict=True)
        ]

    async def drop_doors(self, doors: Sequence[int]) -> None:
        """Doors nobody is known behind, nobody is linked to and nobody was to visit yet; their plans go with them."""
        free = [
            household.c.id.in_(doors),
            ~select(dweller.c.id).where(dweller.c.household_id == household.c.id).exists(),
            ~select(kin.c.id).where(kin.c.household_id == household.c.id).exists(),
            ~select(visit.c.id).where(visit.c.household_id == household.c.id).exists(),
        ]
        numbers = list(await self._session.scalars(select(household.c.id).where(*free)))
        if numbers:
            await self._session.execute(delete(code).where(code.c.household_id.in_(numbers)))
            theirs = update(kinship).where(kinship.c.household_id.in_(numbers))
            await self._session.execute(theirs.values(household_id=None, version=kinship.c.version + 1))
            plans = select(visit_plan.c.id).where(visit_plan.c.household_id.in_(numbers))
            await self._session.execute(delete(visit_helper).where(visit_helper.c.plan_id.in_(plans)))
            await self._session.execute(delete(visit_pause).where(visit_pause.c.household_id.in_(numbers)))
            await self._session.execute(delete(visit_plan).where(visit_plan.c.household_id.in_(numbers)))
            await self._session.execute(delete(household).where(household.c.id.in_(numbers)))

    async def _columns(self, contents: Mapping[int, Content]) -> dict[int, dict[str, Any]]:
        doors = await self._known_doors({self._door(one) for one in contents.values()})
        return {ref: self._sealed(one, doors[self._door(one)][1]) for ref, one in contents.items()}

    async def _doors(
        self, contents: Mapping[str, Content], now: datetime
    ) -> tuple[dict[str, tuple[int, Seal]], set[int]]:
        """Number and key of every door, and which of them were made just now."""
        known = await self._known_doors(contents)
        missing = {key: one for key, one in contents.items() if key not in known}
        if not missing:
            return known, set()
        rows, seals = [], []
        for door, content in missing.items():
            wrapped, seal = self._keychain.fresh()
            place = {"unit": content["unit"], "room": content["room"]}
            row = {"door_hash": door, "compound": content["compound"], "building": content["building"]}
            sealed = seal.close(as_bytes(place))
            rows.append(row | {"data_key": wrapped, "sealed": sealed, "changed_at": now, "version": 1})
            seals.append(seal)
        numbers = await self._insert(household, rows)
        fresh = dict(zip(missing, zip(numbers, seals, strict=True), strict=True))
        return known | fresh, set(numbers)

    async def _known_doors(self, keys: Iterable[str]) -> dict[str, tuple[int, Seal]]:
        h = household.c
        query = select(h.id, h.door_hash, h.data_key).where(h.door_hash.in_(list(keys)))
        rows = await self._session.execute(query.where(h.data_key.is_not(None)))
        return {row.door_hash: (row.id, self._keychain.unwrap(row.data_key)) for row in rows}

    def _door(self, content: Content) -> str:
        parts = tuple(content[part] for part in _DOOR)
        known = self._hashed.get(parts)
        if known is None:
            known = self._hashed[parts] = self._hash.of("door", *parts)
        return known

    def _key(self, content: Content) -> str:
        return self._hash.of("dweller", *(content[part] for part in _DOOR), content["name"])

    def _sealed(self, content: Content, seal: Seal) -> dict[str, Any]:
        person = {name: content[name] for name in _PERSON}
        categories = "".join(f"{one}," for one in content["categories"])
        return {
            "mark": self._hash.mark(content),
            "sealed": seal.close(as_bytes(person)),
            "categories": f",{categories}" if categories else "",
        }

    def _opened(self, row: Any) -> Content:
        seal = self._keychain.unwrap(row.data_key)
        told: Content = json.loads(seal.open(row.sealed)) | json.loads(seal.open(row.door))
        kinds = [one for one in row.categories.split(",") if one]
        return told | {"compound": row.compound, "building": row.building, "categories": kinds}


def open_door(
    keychain: Keychain, data_key: bytes | None, sealed: bytes | None
) -> tuple[str | None, str | None]:
    """Unit and room; nothing of a household that was forgotten."""
    if data_key is None or sealed is None:
        return None, None
    door = json.loads(keychain.unwrap(data_key).open(sealed))
    return door["unit"], door["room"]
