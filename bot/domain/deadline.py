"""Deadlines 时限: when something is due, in service hours, in calendar days or round the clock.

Moments are aware UTC in and out; the zone is the community's, where its hours and days are reasoned about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from bot.domain.moment import moment_on
from bot.domain.playbook import Party, Playbook, ServiceHours
from bot.domain.workdays import is_workday, workday_from


@dataclass(frozen=True, slots=True)
class DueTimes:
    """By when a case must be accepted, claimed and resolved."""

    accept: datetime
    claim: datetime
    resolve: datetime


def due_times(reported_at: datetime, playbook: Playbook, *, urgent: bool) -> DueTimes:
    """The deadlines of a case from the moment it was reported; the clock of an urgent one never stops."""
    spans = playbook.deadlines
    hours = None if urgent else playbook.hours
    claim = spans.urgent_claim if urgent else spans.claim
    return DueTimes(
        accept=due_at(reported_at, spans.accept, hours, playbook.zone),
        claim=due_at(reported_at, claim, hours, playbook.zone),
        resolve=days_later(reported_at, spans.resolve, playbook.zone),
    )


def due_at(
    start: datetime, span: timedelta, hours: ServiceHours | None, zone: tzinfo, *, workdays: bool = False
) -> datetime:
    """The moment `span` of service time after `start`; without `hours` every minute counts. `workdays`: on these only.

    Never outside the hours: what runs out exactly at closing time is due then, not the next morning.
    """
    if hours is None:
        return (start + span).astimezone(UTC)
    left = span
    days = _service_days(start, hours, zone, workdays)
    while True:
        opens, closes = next(days)
        begins = max(opens, start)
        if left <= closes - begins:
            return begins + left
        left -= closes - begins


def days_later(start: datetime, span: timedelta, zone: tzinfo) -> datetime:
    """The same time of day `span` later on the community's calendar, whatever its clocks did in between."""
    local = start.astimezone(zone)
    return (local.replace(tzinfo=None) + span).replace(tzinfo=zone, fold=local.fold).astimezone(UTC)


def promised_at(start: datetime, party: Party, zone: tzinfo) -> datetime:
    """When a party answers for what it gets at `start`: today's hour while there is notice, or its next day's."""
    promise = party.promise
    if promise.by is None:
        span = promise.within or timedelta()
        return due_at(start, span, party.hours, zone, workdays=party.workdays)
    today = start.astimezone(zone).date()
    if moment_on(today, promise.by, zone) - start < promise.notice:
        today += timedelta(days=1)
    return moment_on(workday_from(today) if party.workdays else today, promise.by, zone)


def _service_days(
    start: datetime, hours: ServiceHours, zone: tzinfo, workdays: bool
) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing of every day that is not over at `start`."""
    day = start.astimezone(zone).date()
    while True:
        opens, closes = moment_on(day, hours.start, zone), moment_on(day, hours.end, zone)
        if closes >= start and (not workdays or is_workday(day)):
            yield opens, closes
        day += timedelta(days=1)
