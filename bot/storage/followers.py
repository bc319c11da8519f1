"""Who met what was reported too."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.expecting import Expected
from bot.storage.tables import follower

_OF = select(follower.c.case_id, follower.c.member_id).where(
    follower.c.case_id.in_(bindparam("case_ids", expanding=True))
)
_ADD = insert(follower)


class Followers:
    """New ones are collected and written at the end."""

    def __init__(self, session: AsyncSession, expected: Expected) -> None:
        self._session = session
        self._expected = expected
        self._of: dict[int, set[int]] = {}
        self._new: list[dict[str, Any]] = []

    async def of(self, case_id: int | None) -> set[int]:
        """Members who follow that case."""
        if case_id is None:
            return set()
        if case_id not in self._of:
            asked = {case_id}
            if case_id in self._expected.cases:
                asked |= self._expected.cases.difference(self._of)
            self._of |= {number: set() for number in asked}
            rows = await self._session.execute(_OF, {"case_ids": sorted(asked)})
            for number, member_id in rows:
                self._of[number].add(member_id)
        return set(self._of[case_id])

    async def add(self, case_id: int | None, member_id: int, now: datetime) -> bool:
        """One more. False when they follow it already."""
        if case_id is None or member_id in await self.of(case_id):
            return False
        self._of[case_id].add(member_id)
        self._new.append({"case_id": case_id, "member_id": member_id, "at": now})
        return True

    async def remove(self, case_id: int | None, member_ids: Collection[int]) -> int:
        """They do not follow it any more; how many did."""
        left = (await self.of(case_id)) & set(member_ids)
        if case_id is None or not left:
            return 0
        await self.write()
        gone = delete(follower).where(follower.c.case_id == case_id, follower.c.member_id.in_(sorted(left)))
        await self._session.execute(gone)
        self._of[case_id] -= left
        return len(left)

    async def write(self) -> None:
        """The new ones. Their cases have to be there."""
        if self._new:
            await self._session.execute(_ADD, self._new)
            self._new = []
