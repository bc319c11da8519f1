"""A pause: why nobody need visit, until when, and the two people who say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.moment import moment_on


class PauseReason(StrEnum):
    """Why nobody need visit."""

    HOSPITAL = "hospital"  # 住院
    AWAY = "away"  # 出门住一阵
    WITH_CHILDREN = "with_children"  # 去子女家
    MOVED = "moved"  # 搬走了
    DIED = "died"  # 去世
    REFUSED = "refused"  # 一直不愿意


FOR_GOOD = frozenset({PauseReason.MOVED, PauseReason.DIED, PauseReason.REFUSED})
"""These stop a plan; the others end on a day."""


@dataclass
class Pause:
    """Holds once a second person (family may) has agreed; ends by itself after `until_on`, a local day.

    For good, it has no such day. Nothing is paused by one person alone.
    """

    reason: PauseReason
    by_id: int
    asked_at: datetime
    until_on: date | None
    second_id: int | None = None
    agreed_at: datetime | None = None
    ended_at: datetime | None = None  # refused, taken back, or over
    id: int | None = None
    plan_id: int | None = None

    @property
    def waits(self) -> bool:
        """A second person has still to agree."""
        return self.agreed_at is None and self.ended_at is None

    @property
    def holds(self) -> bool:
        """Two people have agreed, and it is not over."""
        return self.agreed_at is not None and self.ended_at is None

    @property
    def for_good(self) -> bool:
        """Stops the plan."""
        return self.reason in FOR_GOOD

    def resumes_at(self, zone: tzinfo) -> datetime | None:
        """The first moment at which visits go on; None when they never do."""
        return moment_on(self.until_on + timedelta(days=1), time(0), zone) if self.until_on else None

    def covers(self, closes_at: datetime, zone: tzinfo) -> bool:
        """Was or is nobody there until a window that closes then is over? Also told afterwards, for the time it held."""
        if self.agreed_at is None:
            return False
        ends = [end for end in (self.resumes_at(zone), self.ended_at) if end is not None]
        return not ends or closes_at <= min(ends)

    def agree(self, second_id: int, now: datetime) -> None:
        """同意, by somebody else. Raises RuleError for who asked for it, and when it no longer waits."""
        if not self.waits:
            raise RuleError("no-pause-over")
        if second_id == self.by_id:
            raise RuleError("no-pause-second-yourself")
        self.second_id, self.agreed_at = second_id, now

    def end(self, now: datetime) -> None:
        """拒绝, back early, or over. Raises RuleError the second time."""
        if self.ended_at is not None:
            raise RuleError("no-pause-over")
        self.ended_at = now


def ask_for_pause(
    reason: PauseReason,
    by_id: int,
    until_on: date | None,
    longest: timedelta,
    now: datetime,
    zone: tzinfo,
) -> Pause:
    """Raises RuleError where an end date is missing, past, too far away, or given for what is for good."""
    today = now.astimezone(zone).date()
    if (reason in FOR_GOOD) != (until_on is None):
        raise RuleError("no-pause-without-end" if until_on is None else "no-pause-for-good")
    if until_on is not None and until_on < today:
        raise RuleError("no-pause-past")
    if until_on is not None and until_on > today + longest:
        raise RuleError("no-pause-too-long", days=str(longest.days))
    return Pause(reason, by_id, now, until_on)
