"""Where a process's time goes: after every few milliseconds of work it is asked what it is at."""

from __future__ import annotations

import signal
from collections import Counter
from types import FrameType

EVERY_S = 0.003
_PLACES = (
    ("/bot/storage/", "SQL"),
    ("/sqlalchemy/", "SQL"),
    ("/aiosqlite/", "SQL"),
    ("/bot/ui/", "rendering"),
    ("/fluent/", "rendering"),
    ("/bot/delivery/rendering", "rendering"),
    ("/bot/wire/", "HTTP"),
    ("/aiohttp/", "HTTP"),
    ("/httpx/", "HTTP"),
    ("/httpcore/", "HTTP"),
    ("/telegram/request/", "HTTP"),
    ("/telegram/_bot.py", "HTTP"),
    ("/telegram/ext/_extbot.py", "HTTP"),
    ("/handlers/", "handlers"),
    ("/bot/services/", "handlers"),
    ("/bot/domain/", "handlers"),
    ("/telegram/ext/", "handlers"),
    ("/bot/intake/", "intake"),
    ("/telegram/", "intake"),
    ("/bot/delivery/", "dispatcher"),
)
ELSEWHERE = "event loop"
WAITING = "other threads"
"""The processor was busy for us, the main thread was not: a database thread, in most cases."""


class Sampler:
    """Counts, from its start on, in which part of the house the main thread is. For Unix."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def start(self) -> None:
        """From now on, for every so much processor time of this process."""
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, EVERY_S, EVERY_S)

    def shares(self) -> dict[str, float]:
        """The share of its processor time spent in each part, largest first. Ends the watch."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        return {part: n / self._seen.total() for part, n in self._seen.most_common()}

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        self._seen[_part(frame)] += 1


def _part(frame: FrameType | None) -> str:
    """The innermost part of the house on the stack: what it asks of the standard library is its own time."""
    if frame is not None and frame.f_code.co_filename.endswith("selectors.py"):
        return WAITING
    while frame is not None:
        for place, part in _PLACES:
            if place in frame.f_code.co_filename:
                return part
        frame = frame.f_back
    return ELSEWHERE
