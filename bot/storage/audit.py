"""The record of who did what and who looked, sealed into a chain of hashes by the clock.

A seal holds a run of events in the order of their numbers, the hash of what they say, and the hash of the seal before,
so that nothing in the middle can be changed, taken out or slipped in without showing. The hashes are keyed (HMAC with
a key derived from DATA_KEY): who can write to the database but has no key cannot make the chain anew after a change,
and nobody can guess from a hash what a short event said. Whoever has both could; note a seal's hash elsewhere.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.crypto import Keychain
from bot.storage.machinery import event
from bot.storage.tables import seal

SLICE = 500
"""Events a seal holds at most."""
MARK = 8
"""Bytes of an event's own hash that a seal keeps to find it by."""
BEGINNING = bytes(32)
"""What stands before the first seal."""
_LOCK = (text("SET LOCAL lock_timeout = '5s'"), text("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE"))


@dataclass(frozen=True)
class Link:
    """One seal: it holds the events after number `after_id` up to `last_id`.

    Or, `pruned`: all events up to `last_id` are gone; the chain had come to `after_id` then.
    """

    at: datetime
    after_id: int
    last_id: int
    events: int
    pruned: bool
    marks: bytes
    content: bytes

    def hash(self, key: bytes, before: bytes) -> bytes:
        """Of all this and of the seal before."""
        said = [
            before.hex(),
            self.at.astimezone(UTC).isoformat(),
            self.after_id,
            self.last_id,
            self.events,
            self.pruned,
        ]
        return _hash(key, _line([*said, self.marks.hex(), self.content.hex()]))


def content_of(events: Sequence[Row[Any]], key: bytes) -> tuple[bytes, bytes]:
    """The marks of these events and the hash of what they say, in their order."""
    hashes = [hash_of(one, key) for one in events]
    return b"".join(one[:MARK] for one in hashes), _hash(key, b"".join(hashes))


def hash_of(one: Row[Any], key: bytes) -> bytes:
    """Of what one event says, its detail in plain: that stays the same when it is sealed under another key."""
    at = one.at.astimezone(UTC).isoformat()
    return _hash(key, _line([one.id, at, one.subject, one.kind, one.by_id, one.detail]))


def _line(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _hash(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")


class Audit:
    """The chain's own queries."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._key = keychain.record_key

    async def last(self) -> Row[Any] | None:
        """The newest seal."""
        return (await self._session.execute(select(seal).order_by(seal.c.id.desc()).limit(1))).first()

    async def sealed_to(self) -> int:
        """The number of the last event that a seal holds."""
        row = await self.last()
        return 0 if row is None else int(row.after_id if row.pruned else row.last_id)

    async def settled(self) -> None:
        """From here on in this transaction no event can appear below one that is seen.

        With several writers (PostgreSQL) an event with a lower number may be committed later. An insert holds the
        table from before it takes its number until its end; so who has the table to themselves sees all there are. Nor
        can another process seal meanwhile.
        """
        if self._session.get_bind().dialect.name == "postgresql":
            for statement in _LOCK:
                await self._session.execute(statement)

    async def events(self, after_id: int, last_id: int | None = None, limit: int = SLICE) -> list[Row[Any]]:
        """In the order of their numbers."""
        query = select(event).where(event.c.id > after_id).order_by(event.c.id).limit(limit)
        if last_id is not None:
            query = query.where(event.c.id <= last_id)
        return list(await self._session.execute(query))

    async def append(self, link: Link, before: bytes | None) -> bytes:
        """Writes a seal behind the one whose hash is `before`; gives its own."""
        value = link.hash(self._key, before or BEGINNING)
        await self._session.execute(insert(seal).values(**vars(link), hash=value))
        return value

    async def unsealed(self, after_id: int) -> tuple[int, datetime | None]:
        """How many events no seal holds yet, and when the oldest of them was."""
        query = select(func.count(), func.min(event.c.at)).where(event.c.id > after_id)
        count, oldest = (await self._session.execute(query)).one()
        return int(count), oldest

    async def seals(self, after: int, limit: int = 100) -> list[Row[Any]]:
        """In their order."""
        return list(
            await self._session.execute(
                select(seal).where(seal.c.id > after).order_by(seal.c.id).limit(limit)
            )
        )

    async def pruned_to(self) -> int:
        """All events up to that number are gone by a sealed record."""
        return int(await self._session.scalar(select(func.max(seal.c.last_id)).where(seal.c.pruned)) or 0)

    async def seal_before(self, at: datetime) -> Row[Any] | None:
        """The newest seal all of whose events are older than that."""
        held = select(event.c.id).where(event.c.at >= at).order_by(event.c.id).limit(1).scalar_subquery()
        first = func.coalesce(held, 2**62)
        query = select(seal).where(seal.c.last_id < first, seal.c.at < at, seal.c.pruned.is_(False))
        return (await self._session.execute(query.order_by(seal.c.id.desc()).limit(1))).first()

    async def count_to(self, event_id: int) -> int:
        """How many there are up to that number."""
        query = select(func.count()).select_from(event).where(event.c.id <= event_id)
        return int(await self._session.scalar(query) or 0)

    async def delete_to(self, event_id: int, limit: int) -> int:
        """Of the events that a pruning has let go of, so many."""
        ids = select(event.c.id).where(event.c.id <= event_id).order_by(event.c.id).limit(limit)
        numbers = list(await self._session.scalars(ids))
        if numbers:
            await self._session.execute(delete(event).where(event.c.id.in_(numbers)))
        return len(numbers)
