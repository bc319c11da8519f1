"""Which backups are kept, how they are called, and when the next one is due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

OLD = timedelta(days=2)
"""So long after the last backup somebody should be told."""
AHEAD = timedelta(minutes=1)
"""What is further from now was made by a clock that ran ahead, and says nothing of how old the last one is."""
_OURS = "linli"
_NAME = re.compile(rf"{_OURS}-(\d{{8}}T\d{{6}})Z(-before-\w+)?\.backup")
_STAMP = "%Y%m%dT%H%M%S"
_UPGRADES = 2


def name_of(made_at: datetime, before: str | None = None) -> str:
    """The file's name; `before`: made before an upgrade to that schema."""
    return f"{_OURS}-{made_at.astimezone(UTC):{_STAMP}}Z{f'-before-{before}' if before else ''}.backup"


def made_at(name: str) -> datetime | None:
    """When the backup of that name was made; None where it is not one of ours."""
    found = _NAME.fullmatch(name)
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC) if found else None


@dataclass(frozen=True)
class Keeping:
    """The newest of each of the last so many days, weeks and months that have one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 3

    def too_many(self, names: Iterable[str], zone: tzinfo, now: datetime) -> list[str]:
        """Those of our backups that need not be kept. The newest always is, and so are the last two before upgrades,
        and the last of a clock that ran ahead.
        """
        all_ = sorted(((at, name) for name in names if (at := made_at(name)) is not None), reverse=True)
        ours = [one for one in all_ if one[0] <= now + AHEAD]
        kept = {name for _, name in [*all_[:1], *ours[:1]]}
        kept |= {name for _, name in [one for one in ours if "-before-" in one[1]][:_UPGRADES]}
        for count, pattern in ((self.daily, "%Y-%m-%d"), (self.weekly, "%G-W%V"), (self.monthly, "%Y-%m")):
            newest: dict[Any, str] = {}
            for at, name in ours:
                newest.setdefault(at.astimezone(zone).strftime(pattern), name)
            kept |= set(list(newest.values())[:count])
        return [name for _, name in all_ if name not in kept]


def is_due(last: datetime | None, at: time, zone: tzinfo, now: datetime) -> bool:
    """Whether the last time of day `at` that has come has no backup yet; a missed one is made up for."""
    local = now.astimezone(zone)
    turn = datetime.combine(local.date(), at, zone)
    if turn > local:
        turn = datetime.combine(local.date() - timedelta(days=1), at, zone)
    return last is None or last < turn
