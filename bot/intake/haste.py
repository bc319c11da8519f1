"""Who presses faster than anybody means to. Counted in memory: after a restart everybody starts afresh."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum, auto

WINDOW_S = 60.0


class Verdict(Enum):
    """What becomes of a press."""

    FINE = auto()
    TOO_FAST = auto()  # the first one too many: it is said once, politely
    STILL_TOO_FAST = auto()  # answered, so that the button stops turning, but with no more words


class Haste:
    """Each person's presses of the last minute.

    An update that is dealt with twice (its batch was rolled back) counts once and is judged alike.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """`monotonic`: seconds that only grow (`Clock.monotonic`)."""
        self._monotonic = monotonic
        self._presses: OrderedDict[int, deque[tuple[float, int]]] = OrderedDict()
        self._told: dict[int, int] = {}

    def judge(self, person: int, update_id: int, most: int) -> Verdict:
        """`most` presses in any minute are fine; those refused do not count, so whoever slows down is let in again."""
        now = self._monotonic()
        self._forget(now)
        presses = self._presses.setdefault(person, deque())
        while presses and presses[0][0] <= now - WINDOW_S:
            presses.popleft()
        if any(number == update_id for _, number in presses):
            return Verdict.FINE
        if len(presses) < most:
            presses.append((now, update_id))
            self._presses.move_to_end(person)
            self._told.pop(person, None)
            return Verdict.FINE
        first = self._told.setdefault(person, update_id)
        return Verdict.TOO_FAST if first == update_id else Verdict.STILL_TOO_FAST

    def _forget(self, now: float) -> None:
        while self._presses:
            person, presses = next(iter(self._presses.items()))
            if presses and presses[-1][0] > now - WINDOW_S:
                return
            del self._presses[person]
            self._told.pop(person, None)
