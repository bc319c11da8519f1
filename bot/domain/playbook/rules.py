"""A community's numbers: how long things may take, how many there may be, and the small words it reads by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long after the report each step may take.

    `accept` and `claim` count service hours, `resolve` calendar days, `urgent_claim` every hour.
    """

    accept: timedelta = timedelta(hours=2)
    claim: timedelta = timedelta(hours=4)
    resolve: timedelta = timedelta(days=7)
    urgent_claim: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many and how long. Reminder days count from when the reporter was asked whether it is solved.

    One person may file `reports` `reports_within` a time and press `presses_a_minute`; danger is never counted.
    """

    open_tasks: int = 3
    cards_per_hour: int = 6
    undo: timedelta = timedelta(seconds=60)
    draft_join: timedelta = timedelta(seconds=60)
    draft_reminder: timedelta = timedelta(minutes=10)
    draft_to_coordinator: timedelta = timedelta(hours=2)
    confirm_reminder_days: tuple[int, ...] = (3, 6)
    unconfirmed_after: timedelta = timedelta(days=7)
    reopen: timedelta = timedelta(days=30)
    invite: timedelta = timedelta(hours=24)
    household_code: timedelta = timedelta(days=30)
    roster_undo: timedelta = timedelta(days=7)
    reports: int = 5
    reports_within: timedelta = timedelta(minutes=10)
    presses_a_minute: int = 30


@dataclass(frozen=True, slots=True)
class Offers:
    """Where a team has no group: how many are asked at a time, and after how long the next ones are."""

    first: int = 5
    widen_after: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what is personal is kept, from when it was over. What is counted (numbers, states, times) stays.

    `cases`: words, flat and remarks of a case after its end, and what was seen on a visit; `attachments`: the case's
    photos and voices; `drafts`: what was never sent; `notices`: what a notice said and who pressed 收到, from when it
    was over or sent; `refused`: drafts of who does not agree; `payloads`: messages as they came and went; `record`:
    who did what and who looked; `left`: of who left a team, that they were in it, and of who is on no list any more,
    what it said of them.
    """

    cases: timedelta = timedelta(days=365)
    attachments: timedelta = timedelta(days=90)
    drafts: timedelta = timedelta(days=30)
    notices: timedelta = timedelta(days=365)
    refused: timedelta = timedelta(hours=24)
    payloads: timedelta = timedelta(days=7)
    record: timedelta = timedelta(days=3 * 365)
    left: timedelta = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Duty:
    """How coordinators are called: a page nobody answers goes to all; what waits is listed at set times."""

    page_all_after: timedelta = timedelta(minutes=2)
    lists_at: tuple[time, ...] = (time(8, 30), time(16, 30))


@dataclass(frozen=True, slots=True)
class Cues:
    """How people speak: small words that tell a present danger from talk of one, and a report from chat.

    Each is a tuple of words; where and how near the danger word each must stand is told in bot/domain/triage.
    """

    negations: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    seeming: tuple[str, ...] = ()
    perceiving: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    long_ago: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    laughs: tuple[str, ...] = ()
    grins: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    somebody: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    fiction: tuple[str, ...] = ()
    drills: tuple[str, ...] = ()
    really: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    wondering: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    how_to: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    at_home: tuple[str, ...] = ()
    outdoors: tuple[str, ...] = ()
    indoors: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    farewells: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    greetings: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    chatter: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
