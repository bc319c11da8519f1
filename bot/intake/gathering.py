"""Updates that Telegram brings one by one, many at a time: those that come together are stored together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.intake.wanted import Update

MOST = 64


class NotKeptError(Exception):
    """The update is not in the database, as far as we know; Telegram is to bring it again."""


@dataclass(eq=False)
class _Waiting:
    update: Update
    kept: bool | None = None  # None: not decided yet


class Gathering:
    """While one transaction is under way the next ones gather; whoever comes first takes them all along.

    1. mei's press begins a transaction. 2. Thirty more presses come. 3. mei's is committed and answered. 4. The
    first of the thirty stores all thirty in one transaction, and each is answered when that is committed.
    """

    def __init__(self, take: Callable[[Sequence[Update]], Awaitable[None]]) -> None:
        """`take`: returns when these are committed."""
        self._take = take
        self._turn = asyncio.Lock()
        self._waiting: list[_Waiting] = []

    async def keep(self, update: Update) -> None:
        """Returns when it is committed. Raises NotKeptError, or what the database raised."""
        mine = _Waiting(update)
        self._waiting.append(mine)
        async with self._turn:
            if mine.kept is None:
                await self._together()
        if not mine.kept:
            raise NotKeptError

    async def _together(self) -> None:
        batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        by_number = {one.update["update_id"]: one.update for one in batch}
        kept = False
        try:
            await self._take([by_number[number] for number in sorted(by_number)])
            kept = True
        finally:
            for one in batch:
                one.kept = kept
