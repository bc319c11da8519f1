"""A visiting plan 探访计划: when the next visit is due, who goes first, and when nobody need go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.cadence import Cadence, Window, WindowRule, window_after, window_from, windows_between
from bot.domain.deadline import days_later
from bot.domain.errors import RuleError
from bot.domain.playbook import Programme, Visits
from bot.domain.visit.plan_facts import PairedHelper, PlanFacts
from bot.domain.visit.states import Outcome

LEAST_LEFT = timedelta(days=2)
"""A plan that begins in the middle of a period begins with it only if so much of the window is left."""
_INSTANT = timedelta(microseconds=1)


class VisitPlan(PlanFacts):
    """Every move it can make."""

    def begin(self, rule: WindowRule, zone: tzinfo, now: datetime) -> None:
        """From now on: with the period that runs, if enough of it is left, or with the next."""
        window = window_from(self.cadence, rule, now + LEAST_LEFT, zone)
        if window is None and self.cadence.on is not None:
            window = window_from(self.cadence, rule, now, zone)
        if window is not None and self.given_at is not None and window.opens_at <= self.given_at:
            window = window_after(self.cadence, rule, self.given_at, zone)
        self._next(window, now, zone)

    def begin_after(self, at: datetime, rule: WindowRule, zone: tzinfo, now: datetime) -> None:
        """With the first period that begins after that moment."""
        self._next(window_after(self.cadence, rule, at, zone), now, zone)

    def give_due(self, rule: WindowRule, zone: tzinfo, now: datetime) -> list[Window]:
        """Every window that has opened and was not given yet, each exactly once; moves `next_at` on.

        After a standstill these are several, the older perhaps closed: each is still a period with its visit. A clock
        that was set back gives nothing until it has caught up.
        """
        if self.next_at is None or self.stopped_at is not None or self.next_at > now:
            return []
        after = self.next_at - _INSTANT
        if self.given_at is not None:
            after = max(after, self.given_at)
        due = list(windows_between(self.cadence, rule, after, now, zone)) or self._moved(rule, zone, now)
        if due:
            self.given_at, self.given_key = due[-1].opens_at, due[-1].key
        self._next(window_after(self.cadence, rule, now, zone), now, zone)
        return [one for one in due if self._lasts(one, zone)]

    def ahead(self, rule: WindowRule, zone: tzinfo, until: datetime) -> list[Window]:
        """The windows that open until then and have no visit yet, those apart when nobody is there."""
        if self.next_at is None or self.stopped_at is not None:
            return []
        coming = windows_between(self.cadence, rule, self.next_at - _INSTANT, until, zone)
        return [one for one in coming if self._lasts(one, zone) and not self.is_paused_for(one, zone)]

    def follow(self, cadence: Cadence, rule: WindowRule, zone: tzinfo, now: datetime) -> None:
        """Another cadence from now on; a visit already given in the period that runs counts for it. Raises if over."""
        self._running()
        self.cadence = cadence
        self.begin(rule, zone, now)

    def begin_with(self, rung: str, now: datetime) -> None:
        """The rung its visits begin with from the next one on; "" as the programme has it. Raises RuleError when over."""
        self._running()
        self.rung, self.changed_at = rung, now

    def want(self, slots: int, now: datetime) -> None:
        """So many go each time; 0 as the programme has it. Raises RuleError when over."""
        self._running()
        self.slots, self.changed_at = slots, now

    def prefer(self, weekday: int | None, hour: time | None, now: datetime) -> None:
        """The household's own day and hour. Raises RuleError when the plan is over."""
        self._running()
        self.weekday, self.hour, self.changed_at = weekday, hour, now

    def due_by(self, window: Window, contact_days: int, zone: tzinfo) -> datetime:
        """When a visit in that window is due: weekly also means so many days since the last contact at most.

        A plan begun after that day has the rest of the period.
        """
        due = window.due_at if window.due_at > self.started_at else window.closes_at
        if not self.cadence.is_weekly or self.last_contact_at is None:
            return due
        latest = days_later(self.last_contact_at, timedelta(days=contact_days), zone)
        return min(due, max(latest, window.opens_at))

    def note(self, outcome: Outcome, at: datetime) -> None:
        """What came of a visit: a contact, and whether the next one may be by telephone again."""
        if outcome in (Outcome.MET, Outcome.PHONED, Outcome.REFUSED):
            self.last_contact_at = max(at, self.last_contact_at or at)
        if outcome is Outcome.MET:
            self.last_met_at = max(at, self.last_met_at or at)
        self.phoned_last = outcome is Outcome.PHONED
        self.changed_at = at

    def recount(self, contacts: Sequence[tuple[datetime, Outcome]], now: datetime) -> None:
        """What is known of its contacts after one was taken back, from those that are left."""
        self.last_contact_at = self.last_met_at = None
        self.phoned_last = False
        for at, outcome in sorted(contacts, key=lambda one: one[0]):
            self.note(outcome, at)
        self.changed_at = now

    def pair(
        self, member_id: int, name: str, by_id: int, households: int, rules: Visits, now: datetime
    ) -> PairedHelper:
        """结对. `households`: how many that helper has already. Raises RuleError when paired, or with too many."""
        self._running()
        if self.is_helper(member_id):
            raise RuleError("no-paired-already", name=name)
        if households >= rules.most_households:
            raise RuleError("no-helper-full", name=name, count=rules.most_households)
        helper = PairedHelper(member_id, name, now, by_id)
        self.helpers.append(helper)
        self.changed_at = now
        return helper

    def unpair(self, member_id: int, now: datetime) -> None:
        """No longer paired. Raises RuleError when they were not."""
        helper = next((one for one in self.helpers if one.member_id == member_id), None)
        if helper is None:
            raise RuleError("no-not-paired")
        self.helpers.remove(helper)
        self.changed_at = now

    def stop(self, now: datetime) -> None:
        """Two people ended the visits for good. Raises RuleError when they were ended before."""
        self._running()
        self.stopped_at, self.next_at = now, None
        self.changed_at = now

    def go_on(self, rule: WindowRule, zone: tzinfo, now: datetime) -> None:
        """The same two took that back. Raises RuleError when it goes on anyway."""
        if self.stopped_at is None:
            raise RuleError("no-pause-over")
        self.stopped_at = None
        self.begin(rule, zone, now)

    def is_away(self, now: datetime, zone: tzinfo) -> bool:
        """Have two people agreed that nobody is there now?"""
        return any(one.holds_at(now, zone) for one in self.pauses_here)

    def is_paused_for(self, window: Window, zone: tzinfo) -> bool:
        """Have two people agreed that nobody is there until that window is over?"""
        return any(one.covers(window.closes_at, zone) for one in self.pauses_here)

    def _moved(self, rule: WindowRule, zone: tzinfo, now: datetime) -> list[Window]:
        """The playbook opens windows elsewhere in their periods than it did: the one that runs, if not given yet."""
        window = window_from(self.cadence, rule, now, zone)
        fresh = window is not None and window.opens_at <= now and window.key != self.given_key
        return [window] if window is not None and fresh else []

    def _lasts(self, window: Window, zone: tzinfo) -> bool:
        return self.ends_on is None or window.opens_at.astimezone(zone).date() <= self.ends_on

    def _next(self, window: Window | None, now: datetime, zone: tzinfo) -> None:
        self.next_at = window.opens_at if window is not None and self._lasts(window, zone) else None
        self.changed_at = now


def plan_for(household_id: int, programme: Programme, zone: tzinfo, now: datetime) -> VisitPlan:
    """A household's plan as its programme has it, begun now. Raises RuleError for a programme of single visits."""
    if programme.cadence is None:
        raise RuleError("no-plan-of-one-visit")
    plan = VisitPlan(household_id, programme.key, programme.cadence, "", now)
    plan.begin(programme.window, zone, now)
    return plan
