"""Queries for rosters being brought in, and their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.roster import BUSY, Roster, RosterState, Verdict
from bot.storage import tables
from bot.storage.crypto import Keychain
from bot.storage.registers.dwellers import Dwellers
from bot.storage.registers.register import Register
from bot.storage.registers.volunteers import Volunteers
from bot.storage.tables import roster, roster_line

_l = roster_line.c
CHANGING = (Verdict.NEW, Verdict.CHANGED, Verdict.GONE)
Registers = Register[Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a roster, or somebody who is not in it (`row` 0)."""

    id: int
    verdict: Verdict
    row: int
    ref: int | None
    was: int | None
    became: int | None
    made_door: int | None
    content: Any
    before: Any


class Rosters:
    """What is being brought in, and what can be taken back."""

    def __init__(self, session: AsyncSession, keychain: Keychain) -> None:
        self._session = session
        self._keychain = keychain

    def register(self, kind: str | None) -> Registers:
        """Where a roster of that kind goes. Raises RuleError for no kind we know."""
        if kind == "households":
            return Dwellers(self._session, self._keychain)
        if kind == "members":
            return Volunteers(self._session, self._keychain)
        raise RuleError("no-stale-button")

    async def get(self, roster_id: int) -> Roster:
        """That roster. Raises RuleError when there is none."""
        found = await self.find(roster_id)
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def find(self, roster_id: int) -> Roster | None:
        """That roster, if any."""
        return await self._session.get(Roster, roster_id)

    async def newest(self, kind: str | None) -> datetime | None:
        """When a roster of that kind last changed anything."""
        c = roster.c
        at: datetime | None = await self._session.scalar(select(func.max(c.settled_at)).where(c.kind == kind))
        return at

    async def last_applied(self, kind: str) -> Roster | None:
        """The newest one of that kind that is applied, if it can be taken back."""
        c = roster.c
        query = (
            select(Roster).where(c.kind == kind, c.state == RosterState.APPLIED).order_by(c.settled_at.desc())
        )
        return await self._session.scalar(query.limit(1))

    async def busy(self, kind: str | None) -> bool:
        """Is one of that kind being written or taken back just now?"""
        c = roster.c
        return bool(
            await self._session.scalar(select(c.id).where(c.kind == kind, c.state.in_(BUSY)).limit(1))
        )

    async def stage(self, rows: Sequence[dict[str, Any]]) -> None:
        """The next lines."""
        if rows:
            await self._session.execute(insert(roster_line), list(rows))

    async def lines(
        self, roster_id: int | None, after: int, limit: int, verdicts: Sequence[Verdict] = tuple(Verdict)
    ) -> list[Line]:
        """The next lines after that one."""
        query = (
            select(*(_l[name] for name in Line.__slots__))
            .where(_l.roster_id == roster_id, _l.id > after, _l.verdict.in_(verdicts))
            .order_by(_l.id)
            .limit(limit)
        )
        return [Line(*row) for row in await self._session.execute(query)]

    async def first(self, roster_id: int | None, verdict: Verdict, limit: int) -> list[Line]:
        """The first lines of a verdict."""
        return await self.lines(roster_id, 0, limit, [verdict])

    async def write(self, values: list[dict[str, Any]]) -> None:
        """What became of lines; each has `at_`, `ref`, `became`, `made_door` and `before`."""
        if values:
            named: dict[str, Any] = {
                name: bindparam(name) for name in ("ref", "became", "made_door", "before")
            }
            change = update(roster_line).where(_l.id == bindparam("at_")).values(content=None, **named)
            connection = await self._session.connection()
            await connection.execute(change, values)

    async def meddled(self, one: Roster) -> bool:
        """Has anything it wrote been changed since?"""
        table = self.register(one.kind).table
        query = (
            select(_l.id)
            .outerjoin(table, table.c.id == _l.ref)
            .where(_l.roster_id == one.id, _l.became.is_not(None))
            .where(table.c.version.is_(None) | (table.c.version != _l.became))
        )
        doors = (
            select(_l.id)
            .join(tables.household, tables.household.c.id == _l.made_door)
            .where(_l.roster_id == one.id, tables.household.c.version != 1)
        )
        return any([await self._session.scalar(asked.limit(1)) for asked in (query, doors)])

    async def empty(self, roster_id: int | None, limit: int) -> bool:
        """Lets go of so many of its lines; True when there are more."""
        some = select(_l.id).where(_l.roster_id == roster_id).limit(limit)
        numbers = list(await self._session.scalars(some))
        if numbers:
            await self._session.execute(delete(roster_line).where(_l.id.in_(numbers)))
        return len(numbers) == limit

    async def stale(self, before: datetime, now: datetime) -> Roster | None:
        """One whose lines nobody needs any more: over, too old to be taken back, or lying about since then."""
        c = roster.c
        over = c.state.in_([RosterState.UNDONE, RosterState.DROPPED, RosterState.FAILED])
        applied = (c.state == RosterState.APPLIED) & (c.undo_until < now)
        lying = c.state.in_([RosterState.ASKED, RosterState.FETCHING, RosterState.READY]) & (
            c.changed_at < before
        )
        query = select(Roster).where(c.emptied_at.is_(None), over | applied | lying).order_by(c.id).limit(1)
        return await self._session.scalar(query)
