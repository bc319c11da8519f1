"""One speed limit as a sliding window: what has arrived lately, and what is on its way."""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.priority import Priority

A_MOMENT = 0.05
"""Seconds to wait before asking again when what is in the way has a turn and is not answered yet."""
AT_A_TIME = 5
"""So many of what can wait may leave together, so that a moment's pause of ours costs no time."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `share[priority]` messages in any `seconds`, of all kinds: a small share leaves a reserve."""

    seconds: float
    share: Mapping[Priority, int]

    @property
    def whole(self) -> int:
        """What the most urgent may use."""
        return self.share[Priority.DANGER]


def limit(seconds: float, *shares: int) -> Limit:
    """A `Limit` from the shares in order of urgency: danger, answer, card, reminder, bulk."""
    return Limit(seconds, dict(zip(Priority, shares, strict=True)))


class Even:
    """Lets what can wait leave one by one instead of all at once, at the pace of a limit.

    Where thirty leave at the same moment nothing can leave for a second, not even an answer; where they leave one by
    one, a place is free every moment.
    """

    __slots__ = ("_gap", "_next", "_slack")

    def __init__(self, limit: Limit) -> None:
        self._gap = limit.seconds / limit.whole
        self._slack = (AT_A_TIME - 1) * self._gap
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next may leave."""
        return max(0.0, self._next - self._slack - now)

    def let_out(self, at: float, count: int) -> None:
        """`count` leave then; or (less than 0) stay after all."""
        self._next = max(self._next, at) + count * self._gap


class Window:
    """The messages that count against one `Limit` now, and the turns held for those to come."""

    __slots__ = ("_ends", "_held", "_limit")

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._ends: deque[float] = deque()
        self._held = 0

    def wait(self, now: float, priority: Priority, count: int = 1) -> float:
        """Seconds until `count` more fit; more than the whole share waits until nothing counts."""
        known = self.known_wait(now, priority, count)
        if known is not None:
            return known
        ends = self._count(now)
        return max(ends[-1] - now if ends else 0.0, A_MOMENT if self._held else 0.0)

    def known_wait(self, now: float, priority: Priority, count: int = 1) -> float | None:
        """The same where it is certain already; None while it hangs on turns that are not answered yet."""
        ends = self._count(now)
        if not (ends or self._held):
            return 0.0
        surplus = len(ends) + self._held + count - self._limit.share[priority]
        if surplus <= 0:
            return 0.0
        if surplus <= len(ends):
            return ends[surplus - 1] - now
        return None if self._held else ends[-1] - now

    def room(self, at: float) -> int:
        """How many more fit until then, whatever is answered meanwhile."""
        return max(0, self._limit.whole - self._held - sum(end > at for end in self._ends))

    def hold(self, count: int) -> None:
        """A turn is given for `count` messages, or given back (less than 0)."""
        self._held += count

    def count(self, now: float, count: int) -> None:
        """`count` messages have arrived by now."""
        self._count(now).extend([now + self._limit.seconds] * count)

    def count_earlier(self, now: float, ago_s: float, count: int) -> None:
        """`count` messages had arrived so long ago."""
        end = now - ago_s + self._limit.seconds
        if end > now:
            for _ in range(count):
                insort(self._count(now), end)

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
