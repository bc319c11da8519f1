"""What comes from Telegram, asked for or brought: what is ours goes into the inbox, and nothing stands in its way."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.intake.wanted import Update, Wanted, may_belong
from bot.storage.database import Database

log = structlog.get_logger(__name__)

Accept = Callable[[Sequence[Update]], Awaitable[None]]
UNREADABLE = "unreadable"
"""Stands in an update for what could not be read or kept; the worker lets it die, and a person is told."""
_NEAR = 64
"""How many updates before a part of something its beginning may lie."""


class Doorstep:
    """The one way into the inbox."""

    def __init__(self, wanted: Wanted, accept: Accept, database: Database, bot_id: int) -> None:
        """`accept`: returns when the updates are committed (`Worker.accept`)."""
        self._wanted = wanted
        self._accept = accept
        self._database = database
        self._bot_id = bot_id
        self._begun: int | None = None
        """With the update of this number our memory of beginnings began, or was lost as what came failed."""

    async def take(self, updates: Sequence[Update]) -> None:
        """Returns when everything that is ours is committed; only then may Telegram hear that we have it.

        Raises what the database raises. An update that cannot even be written down does not keep the others out:
        its number is kept in its place.
        """
        if self._begun is None and updates:
            self._begun = updates[0]["update_id"]
        kept = await self._ours(list(updates))
        try:
            await self._accept_readable(kept)
        except Exception:
            self._begun = updates[0]["update_id"]  # they come again, and what they are a part of is forgotten
            raise

    async def _accept_readable(self, kept: list[Update]) -> None:
        try:
            await self._accept(kept)
        except Exception:
            if all(map(_can_be_written, kept)):
                raise
            await self._accept(
                [one if _can_be_written(one) else unreadable(one["update_id"]) for one in kept]
            )

    async def _ours(self, updates: list[Update]) -> list[Update]:
        kept = self._wanted.of(updates)
        if len(kept) == len(updates) or self._remembers(updates):
            return kept
        ours = {id(one) for one in kept}
        left = [one for one in updates if id(one) not in ours and may_belong(one)]
        if left and await self._recall(left):
            ours |= {id(one) for one in self._wanted.of(left)}
        return [one for one in updates if id(one) in ours]

    def _remembers(self, updates: list[Update]) -> bool:
        """Has what these may be a part of come to this very process, and been kept?"""
        alone = self._database.is_sqlite
        return alone and self._begun is not None and updates[0]["update_id"] > self._begun + _NEAR

    async def _recall(self, parts: list[Update]) -> bool:
        """The beginning of an album or of a long text may have come to another process, or to the one before this:
        makes this one know of it."""
        first, last = parts[0]["update_id"] - _NEAR, max(one["update_id"] for one in parts)
        lanes = {str(one["message"]["chat"]["id"]) for one in parts}
        async with self._database.look() as uow:
            before = await uow.inbox.between(self._bot_id, first, last, lanes)
        self._wanted.of(before)
        return bool(before)


def unreadable(update_id: int) -> Update:
    """In the place of an update that nobody can read."""
    return {"update_id": update_id, UNREADABLE: True}


def _can_be_written(update: Update) -> bool:
    try:
        json.dumps(update)
    except (ValueError, TypeError, RecursionError):
        return False
    return True
