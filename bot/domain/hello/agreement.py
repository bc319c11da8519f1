"""The agreement: who is asked every day, at which hour, who set it up, and until when they are away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.hello.day import DayState, HelloDay
from bot.domain.moment import moment_on
from bot.domain.playbook import Hellos

_DAY = timedelta(days=1)


class HelloState(StrEnum):
    """Whether they are asked."""

    OFFERED = "offered"  # family or a coordinator set it up; they have not agreed yet
    ON = "on"
    OFF = "off"  # not wanted, or not any more


@dataclass
class Hello:
    """`given_on`: the last day that has its row. `next_at`: when the next question is due; None unless it is on.

    `by_id`: who set it up. `away_until`: the last day on which they need not be asked, as they said themselves.
    """

    member_id: int
    hour: time
    by_id: int
    made_at: datetime
    state: HelloState = HelloState.OFFERED
    given_on: date | None = None
    away_until: date | None = None
    next_at: datetime | None = None
    agreed_at: datetime | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def offer(self, hour: time, by_id: int, rules: Hellos, now: datetime) -> None:
        """Set up by somebody else, again. Raises RuleError while it is on, and for an hour nobody may choose."""
        if self.state is HelloState.ON:
            raise RuleError("no-hello-on")
        self.hour, self.by_id, self.state = _allowed(hour, rules), by_id, HelloState.OFFERED
        self.made_at = self.changed_at = now

    def agree(self, zone: tzinfo, now: datetime) -> None:
        """同意. The first question comes at the next such hour. Raises RuleError when nothing is offered."""
        if self.state is not HelloState.OFFERED:
            raise RuleError("no-hello-over")
        self._begin(zone, now)

    def choose(self, hour: time, rules: Hellos, zone: tzinfo, now: datetime) -> None:
        """Their own hour, said by themselves; begins with it. Raises RuleError for an hour nobody may choose."""
        self.hour = _allowed(hour, rules)
        self._begin(zone, now)

    def refuse(self, now: datetime) -> None:
        """不用, or not any more. Raises RuleError the second time."""
        if self.state is HelloState.OFF:
            raise RuleError("no-hello-over")
        self.state, self.next_at, self.away_until = HelloState.OFF, None, None
        self.ended_at = self.changed_at = now

    def go_away(self, days: int, zone: tzinfo, now: datetime) -> None:
        """Not asked for so many days, today among them; 0: back again. Raises RuleError when it is not on."""
        if self.state is not HelloState.ON:
            raise RuleError("no-hello-over")
        today = now.astimezone(zone).date()
        self.away_until = today + (days - 1) * _DAY if days else None
        self.changed_at = now

    def is_away(self, day: date) -> bool:
        """Need nobody ask on that day?"""
        return self.away_until is not None and day <= self.away_until

    def is_due(self, now: datetime) -> bool:
        """Has its hour come?"""
        return self.state is HelloState.ON and self.next_at is not None and self.next_at <= now

    def give_due(self, rules: Hellos, zone: tzinfo, now: datetime, *, paused: bool = False) -> list[HelloDay]:
        """A row for every day that has none yet, up to today; only today's may be a question.

        A day on which nothing ran has its row too, once it is over, `unasked`: a fact that stays. `paused`: two people
        have agreed that nobody is at home. A clock that was set back gives no day a second time.
        """
        if not self.is_due(now):
            return []
        local = now.astimezone(zone)
        today, days = local.date(), []
        day = self.given_on + _DAY if self.given_on else today
        while day < today:
            state = DayState.AWAY if paused or self.is_away(day) else DayState.UNASKED
            days.append(HelloDay(self.id or 0, self.member_id, day, state, ended_at=now))
            day += _DAY
        if day == today and moment_on(today, self.hour, zone) <= now:
            if paused or self.is_away(today):
                days.append(HelloDay(self.id or 0, self.member_id, today, DayState.AWAY, ended_at=now))
            elif local.time() <= rules.latest:
                days.append(HelloDay.ask(self.id or 0, self.member_id, today, rules, now))
        if days:
            self.given_on = days[-1].day
            self._aim(zone, now)
        return days

    def may_still_ask(self, day: HelloDay, rules: Hellos, zone: tzinfo, now: datetime) -> bool:
        """The clock had run ahead and was set back: a day that was passed over is there after all."""
        local = now.astimezone(zone)
        asks = moment_on(day.day, self.hour, zone) <= now and local.time() <= rules.latest
        here = self.state is HelloState.ON and not self.is_away(day.day)
        return here and asks and day.day == local.date() and day.state is DayState.UNASKED

    def sign(self, zone: tzinfo, now: datetime) -> HelloDay | None:
        """They wrote before today's question: today needs none. The day's row, or None where it has one."""
        today = now.astimezone(zone).date()
        if self.state is not HelloState.ON or self.given_on is None or self.given_on != today - _DAY:
            return None
        self.given_on = today
        self._aim(zone, now)
        return HelloDay(self.id or 0, self.member_id, today, DayState.WELL, ended_at=now)

    def _begin(self, zone: tzinfo, now: datetime) -> None:
        today = now.astimezone(zone).date()
        passed = moment_on(today, self.hour, zone) <= now
        last = today if passed else today - _DAY
        self.given_on = max(last, self.given_on or last)
        self.state, self.agreed_at, self.ended_at, self.away_until = HelloState.ON, now, None, None
        self._aim(zone, now)

    def _aim(self, zone: tzinfo, now: datetime) -> None:
        day = (self.given_on or now.astimezone(zone).date()) + _DAY
        self.next_at, self.changed_at = moment_on(day, self.hour, zone), now


def offered(member_id: int, hour: time, by_id: int, rules: Hellos, now: datetime) -> Hello:
    """Set up for the first time. Raises RuleError for an hour nobody may choose."""
    return Hello(member_id, _allowed(hour, rules), by_id, now, changed_at=now)


def _allowed(hour: time, rules: Hellos) -> time:
    if hour not in rules.hours:
        raise RuleError("no-stale-button")
    return hour
