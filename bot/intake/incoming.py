"""One update on its way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from bot.intake.wanted import lane_of
from bot.storage.inbox import Filed
from bot.storage.machinery import InboxState


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
        return cls(int(update["update_id"]), lane_of(update), update, now, monotonic)

    @classmethod
    def stored(cls, row: Filed) -> Self:
        """As the inbox kept it."""
        return cls(row.update_id, row.lane, row.payload, row.received_at, None, row.id)


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
