"""What both registers, of doors and of volunteers, have in common: a roster is brought in through one."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any, ClassVar, Generic

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from bot.domain.roster import Entry, Known
from bot.rosters.rows import R
from bot.storage.crypto import Keychain
from bot.storage.inserting import insert_new
from bot.storage.knowing import alone
from bot.storage.registers.images import columns_of, image_of
from bot.storage.tables import listed_phone

Content = dict[str, Any]
"""A row of a roster as JSON can keep it."""
Image = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Put:
    """A row that is there now; `door`: the household that was made for it."""

    ref: int
    version: int
    door: int | None = None


class Hasher:
    """Keyed hashes of what a roster tells; without the key they tell nothing."""

    def __init__(self, keychain: Keychain) -> None:
        self._keychain = keychain

    def of(self, what: str, *parts: str | None) -> str:
        """Of some parts together, as that kind of thing."""
        return self._keychain.look_up(f"{what}:" + "\x1f".join([part or "" for part in parts]))

    def phone(self, number: str) -> str:
        """Of a phone number, written +86 138… or 138…: the same."""
        return self.of("phone", plain_number(number))

    def mark(self, content: Content) -> str:
        """Of everything a roster tells of somebody."""
        return self.of("mark", _written(content))


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def plain_number(number: str) -> str:
    """The digits that make it this number, without +86 and leading noughts."""
    digits = number if number.isdigit() else "".join(char for char in number if char.isdigit())
    return digits.removeprefix("0086").removeprefix("86") if len(digits) > 11 else digits


class Register(ABC, Generic[R]):
    """Rows of one kind that rosters brought in."""

    kind: ClassVar[str]
    table: ClassVar[Table]

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain
        self._hash = Hasher(keychain)

    @abstractmethod
    def entry(self, row: R) -> Entry[Content]:
        """A row of a file, as it is compared."""

    @abstractmethod
    async def known(self, after: int, limit: int) -> list[Known]:
        """The next rows after that one, as they are compared; those that were forgotten are left out."""

    @abstractmethod
    async def rows(self, refs: Collection[int]) -> dict[int, R]:
        """These rows, opened; those that were forgotten are left out."""

    @abstractmethod
    async def insert(self, contents: Sequence[Content], now: datetime) -> list[Put]:
        """New rows, in the order given."""

    @abstractmethod
    async def _columns(self, contents: Mapping[int, Content]) -> dict[int, dict[str, Any]]:
        """What a roster says, as the columns of rows that are there."""

    async def versions(self, refs: Collection[int]) -> dict[int, int]:
        """Of those that are still there."""
        c = self.table.c
        rows = await self._session.execute(select(c.id, c.version).where(c.id.in_(refs)))
        return {row.id: row.version for row in rows}

    async def change(self, contents: Mapping[int, Content], now: datetime) -> None:
        """These rows say that from now on, and whoever was gone is back."""
        columns = await self._columns(contents)
        back = {"left_at": None, "changed_at": now}
        values = [{"at_": ref, **told, **back} for ref, told in columns.items()]
        await self._update(values)
        await self._forget_phones(list(contents))
        await self._list_phones([(ref, content["phones"]) for ref, content in contents.items()])

    async def leave(self, refs: Sequence[int], now: datetime) -> None:
        """These are gone."""
        await self._update([{"at_": ref, "left_at": now, "changed_at": now} for ref in refs])

    async def images(self, refs: Collection[int]) -> dict[int, Image]:
        """These rows as they are now, to be put back."""
        found = await self._session.execute(select(self.table).where(self.table.c.id.in_(refs)))
        images = {one["id"]: image_of(one) | {"phones": []} for one in found.mappings()}
        p = listed_phone.c
        phones = select(p.ref, p.hash).where(p.kind == self.kind, p.ref.in_(refs))
        for row in await self._session.execute(phones):
            images[row.ref]["phones"].append(row.hash)
        return images

    async def restore(self, images: Mapping[int, Image]) -> None:
        """These rows are as they were, to the last byte."""
        values = [{"at_": ref, **columns_of(self.table, image)} for ref, image in images.items()]
        if values:
            await self._execute(_update(self.table, values[0]), values)
        await self._forget_phones(list(images))
        phones = [self._phone(ref, one) for ref, image in images.items() for one in image["phones"]]
        if phones:
            await self._session.execute(insert(listed_phone), phones)

    async def remove(self, refs: Sequence[int]) -> None:
        """These never were."""
        await self._forget_phones(refs)
        await self._session.execute(delete(self.table).where(self.table.c.id.in_(refs)))

    async def drop_doors(self, doors: Sequence[int]) -> None:
        """Doors that were made for rows that are gone again."""

    async def _put(self, rows: list[dict[str, Any]], contents: Sequence[Content]) -> list[int]:
        """Inserts rows with the phones of their contents; their numbers, in order."""
        numbers = await self._insert(self.table, rows)
        phones = [content["phones"] for content in contents]
        await self._list_phones(list(zip(numbers, phones, strict=True)))
        return numbers

    async def _insert(self, table: Table, rows: list[dict[str, Any]]) -> list[int]:
        """Where nobody else writes meanwhile (SQLite) their numbers are the next; that is much quicker there."""
        number = table.c.id
        if not alone(self._session):
            numbered = insert(table).returning(number, sort_by_parameter_order=True)
            return list(await self._session.scalars(numbered, rows))
        last = await self._session.scalar(select(func.max(number))) or 0
        numbers = list(range(last + 1, last + 1 + len(rows)))
        await self._execute(insert(table), [{"id": n, **row} for n, row in zip(numbers, rows, strict=True)])
        return numbers

    async def _update(self, values: list[dict[str, Any]]) -> None:
        if values:
            await self._execute(_update(self.table, values[0], version=self.table.c.version + 1), values)

    async def _execute(self, statement: Any, values: list[dict[str, Any]]) -> None:
        connection: AsyncConnection = await self._session.connection()
        await connection.execute(statement, values)

    async def _forget_phones(self, refs: Sequence[int]) -> None:
        p = listed_phone.c
        await self._session.execute(delete(listed_phone).where(p.kind == self.kind, p.ref.in_(refs)))

    async def _list_phones(self, each: Sequence[tuple[int, Sequence[str]]]) -> None:
        phones = [self._phone(ref, self._hash.phone(one)) for ref, numbers in each for one in numbers]
        if phones:
            phones.sort(key=itemgetter("hash"))
            await self._execute(insert_new(self._session, listed_phone), phones)

    def _phone(self, ref: int, value: str) -> dict[str, Any]:
        return {"hash": value, "kind": self.kind, "ref": ref}


def _update(table: Table, values: Mapping[str, Any], **more: Any) -> Any:
    """An update of many rows, each by its number `at_`."""
    columns: dict[str, Any] = {name: bindparam(name) for name in values if name != "at_"}
    return update(table).where(table.c.id == bindparam("at_")).values(**columns, **more)
