"""One speed limit as a sliding window: what has arrived lately, and what is on its way."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.priority import Priority

A_MOMENT = 0.05
"""Seconds to wait before asking again when what is in the way has a turn and is not answered yet."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `share[priority]` messages in any `seconds`, of all kinds: a small share leaves a reserve."""

    seconds: float
    share: Mapping[Priority, int]


def limit(seconds: float, *shares: int) -> Limit:
    """A `Limit` from the shares in order of urgency: danger, answer, card, reminder, bulk."""
    return Limit(seconds, dict(zip(Priority, shares, strict=True)))


class Window:
    """The messages that count against one `Limit` now, and the turns held for those to come."""

    __slots__ = ("_ends", "_held", "_limit")

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._ends: deque[float] = deque()
        self._held = 0

    def wait(self, now: float, priority: Priority, count: int = 1) -> float:
        """Seconds until `count` more fit; more than the whole share waits until nothing counts."""
        ends = self._count(now)
        if not (ends or self._held):
            return 0.0
        surplus = len(ends) + self._held + count - self._limit.share[priority]
        if surplus <= 0:
            return 0.0
        if surplus <= len(ends):
            return ends[surplus - 1] - now
        return max(ends[-1] - now if ends else 0.0, A_MOMENT if self._held else 0.0)

    def hold(self, count: int) -> None:
        """A turn is given for `count` messages, or given back (less than 0)."""
        self._held += count

    def count(self, now: float, count: int) -> None:
        """`count` messages have arrived by now."""
        self._count(now).extend([now + self._limit.seconds] * count)

    def crowded(self) -> bool:
        """Some priority may have to wait."""
        return len(self._ends) + self._held >= self._limit.share[Priority.BULK]

    def idle(self, now: float) -> bool:
        """Nothing counts any more."""
        return not self._held and not self._count(now)

    def _count(self, now: float) -> deque[float]:
        """When each message that still counts will count no more, soonest first."""
        ends = self._ends
        while ends and ends[0] <= now:
            ends.popleft()
        return ends
