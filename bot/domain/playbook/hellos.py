"""How a community asks its old people every day whether they are well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta


@dataclass(frozen=True, slots=True)
class Hellos:
    """报平安. `hours`: which may be chosen. Without an answer it is asked once more after `again`; after `call` more
    somebody is to phone, and is told so every `repeat` until a person has it. Who said 我来打 tells what came of it
    `answer_within`, else all are called anew. Later in the day than `latest` nobody is asked for the first time.
    """

    hours: tuple[time, ...] = (time(7), time(8), time(9), time(10), time(12), time(18), time(19), time(20))
    again: timedelta = timedelta(hours=1)
    call: timedelta = timedelta(hours=1)
    repeat: timedelta = timedelta(minutes=10)
    answer_within: timedelta = timedelta(minutes=30)
    latest: time = time(21, 30)

    @property
    def longest(self) -> timedelta:
        """No step is further ahead than that."""
        return max(self.again, self.call, self.repeat, self.answer_within)
