"""The register of volunteers a roster names, whether they are on Telegram yet or not."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.domain.roster import Entry, Known
from bot.rosters.rows import MemberRow
from bot.storage.crypto import Seal
from bot.storage.registers.contents import as_bytes, member_content, member_row
from bot.storage.registers.former import read_former
from bot.storage.registers.register import Content, Put, Register
from bot.storage.tables import roster_member

_PERSON = ("name", "phones", "languages", "skills", "remark")
_OPEN = ("leads", "certified", "may_enter", "strong", "compound", "building")


class Volunteers(Register[MemberRow]):
    """A row is one volunteer, sealed with a key of their own."""

    kind = "roster_member"
    table = roster_member

    def entry(self, row: MemberRow) -> Entry[Content]:
        """The same person: the same name and one of their phones; else the same name in one of their teams."""
        content = member_content(row)
        sure, likely = self._by_phone(row), self._by_team(row)
        if not sure:
            sure, likely = likely, ()
        return Entry(sure, self._hash.mark(content), row.teams, content, likely)

    async def known(self, after: int, limit: int) -> list[Known]:
        """The next rows after that one, as they are compared."""
        m = roster_member.c
        query = select(roster_member).where(m.id > after, m.data_key.is_not(None)).order_by(m.id).limit(limit)
        found = []
        for row in await self._session.execute(query):
            told = self._opened(row)
            keys = (*self._by_phone(told), *self._by_team(told))
            found.append(Known(row.id, row.version, keys, row.mark, told.teams, row.left_at is not None))
        return found

    async def rows(self, refs: Collection[int]) -> dict[int, MemberRow]:
        """These rows, opened."""
        m = roster_member.c
        query = select(roster_member).where(m.id.in_(refs), m.data_key.is_not(None))
        return {row.id: self._opened(row) for row in await self._session.execute(query)}

    async def insert(self, contents: Sequence[Content], now: datetime) -> list[Put]:
        """New volunteers."""
        new = []
        for content in contents:
            wrapped, seal = self._keychain.fresh()
            fresh = {"data_key": wrapped, "changed_at": now, "version": 1}
            new.append(fresh | self._sealed(content, seal))
        return [Put(ref, 1) for ref in await self._put(new, contents)]

    async def _columns(self, contents: Mapping[int, Content]) -> dict[int, dict[str, Any]]:
        m = roster_member.c
        known = select(m.id, m.data_key, m.teams, m.leads, m.former).where(m.id.in_(contents))
        return {
            row.id: self._sealed(contents[row.id], self._keychain.unwrap(row.data_key))
            | {"former": _former(row, contents[row.id])}
            for row in await self._session.execute(known)
            if row.data_key
        }

    def _by_phone(self, row: MemberRow) -> tuple[str, ...]:
        return tuple(self._hash.of("volunteer", row.name, one) for one in row.phones)

    def _by_team(self, row: MemberRow) -> tuple[str, ...]:
        return tuple(self._hash.of("volunteer in", row.name, one) for one in row.teams)

    def _sealed(self, content: Content, seal: Seal) -> dict[str, Any]:
        row = member_row(content)
        return {
            "key_hash": self._hash.of("listed", *row.key),
            "mark": self._hash.mark(content),
            "sealed": seal.close(as_bytes({name: content[name] for name in _PERSON})),
            "teams": json.dumps(content["teams"], ensure_ascii=False),
            **{name: content[name] for name in _OPEN},
        }

    def _opened(self, row: Any) -> MemberRow:
        told: Content = json.loads(self._keychain.unwrap(row.data_key).open(row.sealed))
        told |= {name: getattr(row, name) for name in _OPEN}
        return member_row(told | {"teams": json.loads(row.teams)})


def _former(row: Any, content: Content) -> str | None:
    was = read_former(row.former)
    return was.after(json.loads(row.teams), row.leads, content["teams"], content["leads"]).written()
