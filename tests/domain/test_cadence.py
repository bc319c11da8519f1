"""Cadences: every period gets exactly one window, whatever the zone, the downtime and the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import (
    WEEKLY,
    Cadence,
    Every,
    Festival,
    WindowRule,
    cadence_of,
    festival_on,
    following,
    once,
    period_from,
    suggested_at,
    window_after,
    window_from,
    window_of,
    windows_between,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = [
    "Asia/Shanghai",
    "America/New_York",
    "America/Havana",  # its clocks change at midnight
    "America/St_Johns",
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Apia",  # left out a day in 2011
    "Africa/Casablanca",
    "Asia/Gaza",
    "Pacific/Kiritimati",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "UTC",
]
REGULAR = ["weekly", "2 weeks", "3 weeks+1", "monthly", "quarterly", "half-yearly", "yearly", *Festival]
cadences = st.sampled_from(REGULAR).map(cadence_of)
zones = st.sampled_from(ZONES).map(ZoneInfo)
rules = st.builds(WindowRule, days=st.none() | st.integers(1, 40), at_end=st.booleans())
moments = st.timedeltas(timedelta(), timedelta(days=27 * 365)).map(
    lambda span: datetime(2009, 1, 1, tzinfo=UTC) + span
)
spans = st.timedeltas(timedelta(seconds=1), timedelta(days=120))


@pytest.mark.parametrize(
    ("festival", "days"),
    [
        (
            Festival.SPRING,
            ["2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2033-01-31", "2034-02-19"],
        ),
        (Festival.LANTERN, ["2025-02-12", "2026-03-03"]),
        (Festival.DRAGON_BOAT, ["2025-05-31", "2026-06-19"]),
        (Festival.MID_AUTUMN, ["2025-10-06", "2026-09-25", "2033-09-08"]),
        (Festival.DOUBLE_NINTH, ["2025-10-29", "2026-10-18"]),
    ],
)
def test_the_festivals_fall_on_the_days_the_calendar_says(festival: Festival, days: list[str]) -> None:
    assert [festival_on(festival, int(day[:4])).isoformat() for day in days] == days


@pytest.mark.parametrize(
    ("text", "day", "key", "first", "last"),
    [
        ("weekly", "2026-11-22", "2026-W47", "2026-11-16", "2026-11-22"),
        ("weekly", "2027-01-01", "2026-W53", "2026-12-28", "2027-01-03"),
        ("monthly", "2028-02-29", "2028-02", "2028-02-01", "2028-02-29"),
        ("monthly", "2026-12-31", "2026-12", "2026-12-01", "2026-12-31"),
        ("quarterly", "2026-11-22", "2026-Q4", "2026-10-01", "2026-12-31"),
        ("half-yearly", "2026-11-22", "2026-H2", "2026-07-01", "2026-12-31"),
        ("half-yearly", "2026-06-30", "2026-H1", "2026-01-01", "2026-06-30"),
        ("yearly", "2026-11-22", "2026", "2026-01-01", "2026-12-31"),
        ("spring", "2026-11-22", "2027-spring", "2027-01-31", "2027-02-06"),
        ("spring", "2026-02-17", "2026-spring", "2026-02-11", "2026-02-17"),
        ("once 2026-11-20", "2026-11-01", "2026-11-20", "2026-11-20", "2026-11-20"),
    ],
)
def test_a_period_is_a_stretch_of_the_calendar_with_a_name(
    text: str, day: str, key: str, first: str, last: str
) -> None:
    period = period_from(cadence_of(text), date.fromisoformat(day))
    assert period is not None
    assert (period.key, period.first.isoformat(), period.last.isoformat()) == (key, first, last)


def test_what_is_once_does_not_come_again() -> None:
    assert period_from(once(date(2026, 11, 20)), date(2026, 11, 21)) is None


@pytest.mark.parametrize("text", [*REGULAR, "once 2026-11-20", "2 weeks+1"])
def test_a_cadence_is_written_as_it_is_read(text: str) -> None:
    assert str(cadence_of(text)) == text


@pytest.mark.parametrize(
    "text", ["daily", "0 weeks", "13 weeks", "2 weeks+2", "once", "once soon", "festival"]
)
def test_what_is_no_cadence_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        cadence_of(text)


def test_only_every_single_week_is_weekly() -> None:
    assert WEEKLY.is_weekly
    assert not Cadence(Every.WEEKS, weeks=2).is_weekly


@given(cadence=st.sampled_from(REGULAR[:7]).map(cadence_of), day=st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_calendar_periods_leave_no_day_out_and_share_none(cadence: Cadence, day: date) -> None:
    period = period_from(cadence, day)
    assert period is not None
    assert period.first <= day <= period.last
    after = following(cadence, period)
    assert after is not None
    assert after.first == period.last + timedelta(days=1)
    assert after.key != period.key
    assert {period_from(cadence, one) for one in (period.first, day, period.last)} == {period}


@given(cadence=cadences, rule=rules, zone=zones, start=moments)
def test_a_window_stays_in_its_period_and_opens_before_it_closes(
    cadence: Cadence, rule: WindowRule, zone: ZoneInfo, start: datetime
) -> None:
    period = period_from(cadence, start.date())
    assert period is not None
    window = window_of(period, rule, zone)
    assert window.opens_at < window.due_at <= window.closes_at
    assert window.opens_at.astimezone(zone).date() >= period.first
    assert window.closes_at.astimezone(zone).date() == period.last


@settings(max_examples=150)
@given(cadence=cadences, rule=rules, zone=zones, start=moments, gaps=st.lists(spans, min_size=1, max_size=12))
def test_however_time_is_cut_each_window_belongs_to_exactly_one_piece(
    cadence: Cadence, rule: WindowRule, zone: ZoneInfo, start: datetime, gaps: list[timedelta]
) -> None:
    cuts = [start]
    for gap in gaps:
        cuts.append(cuts[-1] + gap)
    whole = [one.key for one in windows_between(cadence, rule, cuts[0], cuts[-1], zone)]
    pieces = [
        one.key
        for after, until in pairwise(cuts)
        for one in windows_between(cadence, rule, after, until, zone)
    ]
    assert pieces == whole
    assert len(set(whole)) == len(whole)


@settings(max_examples=150)
@given(cadence=cadences, rule=rules, zone=zones, start=moments, span=spans)
def test_between_two_moments_there_is_neither_a_gap_nor_a_double(
    cadence: Cadence, rule: WindowRule, zone: ZoneInfo, start: datetime, span: timedelta
) -> None:
    """Counted the slow way, day by day: what periods there are, and which of them open in between."""
    days = [start.date() + timedelta(days=n) for n in range(-3, span.days + 4)]
    periods = {period for day in days if (period := period_from(cadence, day))}
    opening = sorted((window_of(one, rule, zone) for one in periods), key=lambda one: one.opens_at)
    expected = [one for one in opening if start < one.opens_at <= start + span]
    assert list(windows_between(cadence, rule, start, start + span, zone)) == expected


@given(cadence=cadences, rule=rules, zone=zones, start=moments)
def test_step_by_step_the_same_windows_come_in_order(
    cadence: Cadence, rule: WindowRule, zone: ZoneInfo, start: datetime
) -> None:
    first = window_from(cadence, rule, start, zone)
    assert first is not None
    assert first.closes_at > start
    second = window_after(cadence, rule, first.opens_at, zone)
    assert second is not None
    assert second.opens_at > first.opens_at
    assert second.key != first.key
    assert list(windows_between(cadence, rule, first.opens_at, second.opens_at, zone)) == [second]


def test_a_window_may_be_the_first_days_of_its_period_or_the_last() -> None:
    period = period_from(cadence_of("monthly"), date(2026, 11, 22))
    assert period is not None
    early = window_of(period, WindowRule(days=10), SHANGHAI)
    late = window_of(period, WindowRule(days=10, at_end=True), SHANGHAI)
    assert early.opens_at == datetime(2026, 10, 31, 16, tzinfo=UTC)
    assert early.due_at == datetime(2026, 11, 10, 10, tzinfo=UTC)
    assert early.closes_at == late.due_at == late.closes_at == datetime(2026, 11, 30, 10, tzinfo=UTC)
    assert late.opens_at == datetime(2026, 11, 20, 16, tzinfo=UTC)


def test_the_households_own_time_is_that_weekday_of_the_window() -> None:
    window = window_from(WEEKLY, WindowRule(), datetime(2026, 11, 17, tzinfo=UTC), SHANGHAI)
    assert window is not None
    assert suggested_at(window, 3, time(9), SHANGHAI, window.opens_at) == datetime(
        2026, 11, 19, 1, tzinfo=UTC
    )
    assert suggested_at(window, 6, time(20), SHANGHAI, window.opens_at) is None
    assert suggested_at(window, None, time(9), SHANGHAI, window.opens_at) is None


def test_of_a_month_it_is_the_next_such_weekday_that_is_left() -> None:
    window = window_from(cadence_of("monthly"), WindowRule(), datetime(2026, 11, 17, tzinfo=UTC), SHANGHAI)
    assert window is not None
    after = datetime(2026, 11, 19, 2, tzinfo=UTC)  # a Thursday, 10:00
    assert suggested_at(window, 3, time(9), SHANGHAI, after) == datetime(2026, 11, 26, 1, tzinfo=UTC)
    assert suggested_at(window, 3, time(11), SHANGHAI, after) == datetime(2026, 11, 19, 3, tzinfo=UTC)
    assert suggested_at(window, 3, time(9), SHANGHAI, datetime(2026, 11, 27, tzinfo=UTC)) is None


def test_an_hour_the_clocks_leave_out_is_still_that_day() -> None:
    zone = ZoneInfo("America/New_York")
    window = window_from(WEEKLY, WindowRule(), datetime(2026, 3, 5, tzinfo=UTC), zone)
    assert window is not None
    at = suggested_at(window, 6, time(2, 30), zone, window.opens_at)
    assert at is not None
    assert at.astimezone(zone).isoformat() == "2026-03-08T03:30:00-04:00"
