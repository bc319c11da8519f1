"""How a community sends notices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.domain.playbook.places import ServiceHours
from bot.domain.playbook.wording import Names


@dataclass(frozen=True, slots=True)
class NoticeTemplate:
    """A text one need not write anew each time; what stands in {} is asked for."""

    names: Names
    texts: Names


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """`hours`: outside of them only what is urgent goes out. More than `hold_from` groups wait `hold` (先别发); from
    `second_from` groups or people on a second person agrees. The same within `again_within` is asked about. The
    number on 收到 moves at most every `count_every`. `weekly`: building groups read once a week what was solved, on that
    day (1: Monday) at that hour.
    """

    hours: ServiceHours = field(default_factory=lambda: ServiceHours(time(8), time(20, 30)))
    hold_from: int = 10
    hold: timedelta = timedelta(seconds=30)
    second_from: int = 100
    again_within: timedelta = timedelta(minutes=10)
    count_every: timedelta = timedelta(seconds=30)
    weekly: bool = False
    weekly_day: int = 7
    weekly_at: time = time(18)
    templates: tuple[NoticeTemplate, ...] = ()
