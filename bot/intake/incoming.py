"""One update on its way in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from bot.clock import Clock
from bot.intake.wanted import lane_of
from bot.storage.inbox import Filed
from bot.storage.machinery import InboxState

TOO_LATE_S = 15
"""Seconds after which the answer to a press is not given any more."""
_LOOKS = frozenset({"reply_markup", "entities", "caption_entities", "link_preview_options"})
"""Of a message of ours that somebody presses we need not be told how it looked."""


@dataclass(frozen=True)
class Incoming:
    """`heard_at`: monotonic seconds when it reached this process, None when it waited through a restart."""

    update_id: int
    lane: str
    payload: dict[str, Any]
    received_at: datetime
    heard_at: float | None = None
    row_id: int | None = None

    @classmethod
    def of(cls, update: dict[str, Any], now: datetime, monotonic: float) -> Self:
        """As Telegram gave it."""
        return cls(int(update["update_id"]), lane_of(update), _bare(update), now, monotonic)

    @classmethod
    def stored(cls, row: Filed, heard_at: float | None) -> Self:
        """As the inbox kept it."""
        return cls(row.update_id, row.lane, row.payload, row.received_at, heard_at, row.id)


def _bare(update: dict[str, Any]) -> dict[str, Any]:
    """Without what nobody reads of it: the keyboard under a pressed message is most of a press."""
    press = update.get("callback_query")
    if not isinstance(press, dict) or not isinstance(message := press.get("message"), dict):
        return update
    kept = {name: value for name, value in message.items() if name not in _LOOKS}
    return {**update, "callback_query": {**press, "message": kept}}


class Heard:
    """When the updates that wait a moment in the inbox were heard, so that presses among them are still answered.

    Kept in memory only: after a restart nobody knows, and nobody is answered. Where several processes share a server
    it is the server that knows.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: dict[int, float] = {}

    def note(self, incoming: Iterable[Incoming]) -> None:
        """These wait. Those that waited too long are forgotten."""
        oldest = self._clock.monotonic() - TOO_LATE_S
        self._at = {number: at for number, at in self._at.items() if at >= oldest}
        self._at |= {one.update_id: one.heard_at for one in incoming if one.heard_at is not None}

    def of(self, row: Filed) -> float | None:
        """Monotonic seconds; None when that is not known."""
        if row.age_s is not None:
            return self._clock.monotonic() - row.age_s
        return self._at.get(row.update_id)


def inbox_row(one: Incoming, bot_id: int, state: InboxState, done_at: datetime | None) -> dict[str, Any]:
    """As the inbox keeps it."""
    return {
        "bot_id": bot_id,
        "update_id": one.update_id,
        "lane": one.lane,
        "payload": one.payload,
        "state": state,
        "attempts": 0,
        "received_at": one.received_at,
        "done_at": done_at,
    }
