"""Is the record whole? Walks the chain of seals a few at a time and names the first thing that does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.storage.audit import BEGINNING, MARK, Link, content_of, hash_of
from bot.storage.database import Database


@dataclass(frozen=True)
class Finding:
    """How the record stands. `broken`: the first thing that does not fit, None when it is whole.

    `head`: the newest seal's hash, to be noted elsewhere; `unsealed` events wait for a seal since `oldest`.
    """

    seals: int
    events: int
    pruned_to: int
    head: str | None
    broken: str | None
    unsealed: int
    oldest: datetime | None


async def verify(database: Database) -> Finding:
    """Reads everything once, in looks of their own, so that the bot goes on meanwhile."""
    walk = _Walk(database)
    async with database.look() as uow:
        walk.pruned_to = await uow.audit.pruned_to()
    broken = await walk.to_the_end()
    async with database.look() as uow:
        unsealed, oldest = await uow.audit.unsealed(max(walk.last_id, walk.pruned_to))
    head = walk.before.hex() if walk.seals else None
    return Finding(walk.seals, walk.events, walk.pruned_to, head, broken, unsealed, oldest)


class _Walk:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._key = database.keychain.record_key
        self.pruned_to = self.last_id = self.seals = self.events = self._at = 0
        self.before = BEGINNING

    async def to_the_end(self) -> str | None:
        while True:
            async with self._database.look() as uow:
                seals = await uow.audit.seals(self._at)
                for row in seals:
                    if broken := self._link(row):
                        return broken
                    if row.last_id > self.pruned_to and not row.pruned:
                        found = await uow.audit.events(row.after_id, row.last_id, row.events + 1)
                        if broken := _compare(row, found, self._key):
                            return broken
                        self.events += len(found)
            if not seals:
                return None

    def _link(self, row: Row[Any]) -> str | None:
        link = Link(row.at, row.after_id, row.last_id, row.events, row.pruned, row.marks, row.content)
        if link.hash(self._key, self.before) != row.hash:
            return f"seal {row.id} was changed, or one before it is missing"
        if not row.pruned and row.after_id != self.last_id:
            return f"seal {row.id} does not go on where the one before ended"
        self._at, self.before = row.id, row.hash
        self.seals += 1
        self.last_id = self.last_id if row.pruned else row.last_id
        return None


def _compare(row: Row[Any], found: Sequence[Row[Any]], key: bytes) -> str | None:
    """The first event that is not what was sealed."""
    if len(found) == row.events and content_of(found, key)[1] == row.content:
        return None
    marks = [row.marks[i : i + MARK] for i in range(0, len(row.marks), MARK)]
    for position, one in enumerate(found):
        if position < len(marks) and hash_of(one, key)[:MARK] == marks[position]:
            continue
        if hash_of(one, key)[:MARK] in marks[position:]:
            return f"before event {one.id} one is missing"
        later = {hash_of(other, key)[:MARK] for other in found[position + 1 :]}
        slipped_in = position >= len(marks) or marks[position] in later
        return f"event {one.id} was {'slipped in' if slipped_in else 'changed'}"
    return f"after event {found[-1].id if found else row.after_id} one is missing"
