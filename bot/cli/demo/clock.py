"""The demo's own clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.clock import Clock
from bot.domain.playbook import Playbook

OPENS_AT = time(10)


class StageClock(Clock):
    """Hours that are moved pass for Telegram's limits too, as they would have in earnest.

    Otherwise what a whole day brings would have to wait for limits that count real seconds.
    """

    def __init__(self) -> None:
        super().__init__()
        self._passed_s = 0.0

    def move(self, by: timedelta) -> None:
        """Lets `by` pass at once, forwards."""
        super().move(by)
        self._passed_s += max(0.0, by.total_seconds())

    def monotonic(self) -> float:
        """Seconds that only ever grow, those that were moved included."""
        return super().monotonic() + self._passed_s


def in_the_morning(playbook: Playbook) -> StageClock:
    """Goes on from ten in the morning of today, when everybody is up."""
    clock = StageClock()
    there = clock.now().astimezone(playbook.zone)
    clock.move(datetime.combine(there.date(), OPENS_AT, playbook.zone) - there)
    return clock
