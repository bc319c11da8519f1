"""A pause: why nobody need visit a household, until when, and the two people who say so."""

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
"""These stop every plan; the others end on a day."""
UNDO_WITHIN = timedelta(hours=2)
"""So long the two who ended the visits for good may take it back."""
LONE = timedelta(hours=20)
"""After so long without an answer others are asked to agree too, once a day."""


@dataclass
class Pause:
    """Of a household: it holds for all of its plans, also later ones, once a second person (family may) has agreed.

    Ends by itself after `until_on`, a local day; for good, it has no such day. Nothing is paused by one person alone,
    and what two have ended for good, two take back: `undo_by` is the first of them.
    """

    reason: PauseReason
    by_id: int
    asked_at: datetime
    until_on: date | None
    second_id: int | None = None
    agreed_at: datetime | None = None
    ended_at: datetime | None = None  # refused, taken back, or over
    undo_by: int | None = None
    household_id: int | None = None
    version: int = 1
    id: int | None = None

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
        """Stops every plan."""
        return self.reason in FOR_GOOD

    def resumes_at(self, zone: tzinfo) -> datetime | None:
        """The first moment at which visits go on; None when they never do."""
        return moment_on(self.until_on + timedelta(days=1), time(0), zone) if self.until_on else None

    def holds_at(self, now: datetime, zone: tzinfo) -> bool:
        """Is nobody there now, as far as two people said?"""
        resumes = self.resumes_at(zone)
        return self.holds and (resumes is None or now < resumes)

    def covers(self, closes_at: datetime, zone: tzinfo) -> bool:
        """Was or is nobody there until a window that closes then is over? Also told afterwards, for the time it held."""
        if self.agreed_at is None:
            return False
        ends = [end for end in (self.resumes_at(zone), self.ended_at) if end is not None]
        return not ends or closes_at <= min(ends)

    def may_undo(self, now: datetime) -> bool:
        """Is it soon enough to take back what ended the visits for good?"""
        return (
            self.for_good
            and self.agreed_at is not None
            and self.holds
            and now <= self.agreed_at + UNDO_WITHIN
        )

    def agree(self, second_id: int, now: datetime) -> None:
        """同意, by somebody else. Raises RuleError for who asked for it, and when it no longer waits."""
        if not self.waits:
            raise RuleError("no-pause-over")
        if second_id == self.by_id:
            raise RuleError("no-pause-second-yourself")
        self.second_id, self.agreed_at = second_id, now

    def refuse(self, member_id: int, now: datetime) -> None:
        """还要去; who asked may take it back so. Raises RuleError when it no longer waits."""
        if not self.waits:
            raise RuleError("no-pause-over")
        self.second_id, self.ended_at = member_id, now

    def come_back(self, now: datetime) -> None:
        """回来了, before the day or on it. Raises RuleError when nothing is paused, and for good."""
        if not self.holds or self.for_good:
            raise RuleError("no-pause-over")
        self.ended_at = now

    def undo(self, member_id: int, now: datetime) -> bool:
        """撤销 what ended the visits for good: the first of the two asks, the other one says yes; True then.

        Raises RuleError for anybody else, for who has asked already, and when it is too late.
        """
        if not self.may_undo(now):
            raise RuleError("no-stop-too-late-to-undo")
        if member_id not in (self.by_id, self.second_id):
            raise RuleError("no-stop-not-yours-to-undo")
        if self.undo_by == member_id:
            raise RuleError("no-pause-second-yourself")
        if self.undo_by is None:
            self.undo_by = member_id
            return False
        self.ended_at = now
        return True


def ask_for_pause(
    pauses: list[Pause],
    reason: PauseReason,
    by_id: int,
    until_on: date | None,
    longest: timedelta,
    now: datetime,
    zone: tzinfo,
) -> Pause:
    """One person says that nobody need go to this household, of which these are all pauses so far.

    Raises RuleError where one waits or (unless it is for good now) holds, and where an end date is missing, past, too far
    away, or given for what is for good.
    """
    today = now.astimezone(zone).date()
    held = [one for one in pauses if one.holds]
    if any(one.waits for one in pauses) or any(one.for_good for one in held):
        raise RuleError("no-paused-already")
    if held and until_on is not None:
        raise RuleError("no-paused-already")
    if (reason in FOR_GOOD) != (until_on is None):
        raise RuleError("no-pause-without-end" if until_on is None else "no-pause-for-good")
    if until_on is not None and until_on < today:
        raise RuleError("no-pause-past")
    if until_on is not None and until_on > today + longest:
        raise RuleError("no-pause-too-long", days=str(longest.days))
    return Pause(reason, by_id, now, until_on)
