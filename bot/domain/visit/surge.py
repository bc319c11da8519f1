"""A surge 加看一轮: weather, water or power cut, a holiday – an extra round of visits for chosen kinds of households."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.cadence import Window
from bot.domain.errors import RuleError
from bot.domain.moment import moment_on
from bot.domain.playbook import Playbook

PROGRAMME = "surge"
"""The playbook's programme whose ladder such visits climb; without it there are no surges."""
CLOSES = time(18, 0)
CHANGED_WITHIN = timedelta(days=3)
"""So long a household counts as one whose situation has changed."""
SOON = timedelta(hours=24)
"""By then it is to be looked in on."""


def for_holiday(playbook: Playbook) -> tuple[str, ...]:
    """Whom the playbook sees at festivals: of these nobody should be alone over a long holiday either."""
    hidden = {one.key for one in playbook.household_categories if one.hidden_from_volunteers}
    seen = [
        key
        for one in playbook.visits.programmes
        if one.cadence is not None and one.cadence.festival is not None and not one.hidden
        for key in one.categories
    ]
    return tuple(key for key in dict.fromkeys(seen) if key not in hidden)


class SurgeReason(StrEnum):
    """Why."""

    WEATHER = "weather"
    WATER = "water"
    POWER = "power"
    HOLIDAY = "holiday"


@dataclass
class Surge:
    """`categories` of households and `places` ("compound|building"); no place is everywhere.

    Put together by buttons; from `started_at` on it is a round. `cursor`: the household up to which visits were given;
    None once all have theirs. `shown_at`: how its board stood then.
    """

    by_id: int
    asked_at: datetime
    reason: SurgeReason | None = None
    categories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    chosen: int = 0  # how many of the questions are answered
    until_at: datetime | None = None
    started_at: datetime | None = None
    cursor: int | None = None
    shown_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def key(self) -> str:
        """Of its visits: a household has one."""
        return f"surge.{self.id}"

    @property
    def runs(self) -> bool:
        """People are asked to go."""
        return self.started_at is not None and self.ended_at is None

    def choose(self, reason: str) -> None:
        """Why. Raises RuleError once it has begun, and for what is no reason."""
        self._draft()
        if reason not in set(SurgeReason):
            raise RuleError("no-stale-button")
        self.reason, self.chosen = SurgeReason(reason), 1

    def toggle_category(self, key: str) -> None:
        """Whom. Raises RuleError once it has begun."""
        self._draft()
        self.categories = _toggled(self.categories, key)

    def toggle_place(self, key: str) -> None:
        """Where. Raises RuleError once it has begun."""
        self._draft()
        self.places = _toggled(self.places, key)

    def go_on(self) -> None:
        """The next question. Raises RuleError where nobody was chosen, and once it has begun."""
        self._draft()
        if not self.categories:
            raise RuleError("no-surge-nobody")
        self.chosen = min(3, self.chosen + 1)

    def start(self, days: int, zone: tzinfo, now: datetime) -> None:
        """Until the evening so many days ahead. Raises RuleError once it has begun, and where something is missing."""
        self._draft()
        if self.reason is None or not self.categories:
            raise RuleError("no-surge-nobody")
        if not 0 <= days <= 14:
            raise RuleError("no-stale-button")
        day = now.astimezone(zone).date() + timedelta(days=days)
        until = moment_on(day, CLOSES, zone)
        if until < now + timedelta(hours=1):
            until = moment_on(day + timedelta(days=1), CLOSES, zone)
        self.started_at, self.until_at, self.cursor = now, until, 0

    def end(self, now: datetime) -> None:
        """By button, or at its time. Raises RuleError when it does not run."""
        if not self.runs:
            raise RuleError("no-surge-over")
        self.ended_at, self.cursor = now, None

    def window(self) -> Window:
        """Of each of its visits. Raises RuleError before it has begun."""
        if self.started_at is None or self.until_at is None:
            raise RuleError("no-surge-over")
        return Window(self.key, self.started_at, self.until_at, self.until_at)

    def _draft(self) -> None:
        if self.started_at is not None or self.ended_at is not None:
            raise RuleError("no-surge-over")


def _toggled(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(one for one in keys if one != key) if key in keys else (*keys, key)
