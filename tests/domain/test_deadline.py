"""Deadlines count the hours in which somebody answers, wherever the clocks of a zone go."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.deadline import days_later, due_at, due_times, promised_at
from bot.domain.playbook import Party, Promise, ServiceHours
from bot.playbooks.load import load_playbook

XIAMEN = ZoneInfo("Asia/Shanghai")
HOURS = ServiceHours(time(8, 30), time(20, 0))

# Zones whose clocks jump by an hour, by half an hour, at midnight, and one that never does.
zones = some.sampled_from(
    [XIAMEN, *map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"))]
)
moments = some.integers(0, 10 * 365 * 86400).map(
    lambda s: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=s)
)
spans = some.timedeltas(timedelta(), timedelta(hours=200))
times = some.times().map(lambda at: at.replace(microsecond=0))
hours_of_day = (
    some.tuples(times, times).filter(lambda two: two[0] < two[1]).map(lambda two: ServiceHours(*two))
)


def at(text: str) -> datetime:
    """A moment in Xiamen."""
    return datetime.fromisoformat(text).replace(tzinfo=XIAMEN).astimezone(UTC)


@pytest.mark.parametrize(
    ("reported", "hours", "due"),
    [
        ("2026-11-20 10:00", 2, "2026-11-20 12:00"),
        ("2026-11-20 18:00", 2, "2026-11-20 20:00"),
        ("2026-11-20 19:00", 2, "2026-11-21 09:30"),
        ("2026-11-20 23:15", 2, "2026-11-21 10:30"),
        ("2026-11-20 06:00", 4, "2026-11-20 12:30"),
        ("2026-11-20 08:30", 23, "2026-11-21 20:00"),
    ],
)
def test_an_ordinary_deadline_counts_service_hours_only(reported: str, hours: int, due: str) -> None:
    assert due_at(at(reported), timedelta(hours=hours), HOURS, XIAMEN) == at(due)


def test_an_urgent_deadline_runs_through_the_night() -> None:
    start = at("2026-11-20 23:50")
    assert due_at(start, timedelta(minutes=30), None, XIAMEN) == start + timedelta(minutes=30)


@given(moments, spans, spans, hours_of_day, zones)
def test_two_spans_one_after_the_other_are_due_when_both_together_are(
    start: datetime, first: timedelta, second: timedelta, hours: ServiceHours, zone: ZoneInfo
) -> None:
    if first + second > timedelta(days=20) * _share_of_day(hours):
        first = second = timedelta(minutes=1)
    in_between = due_at(start, first, hours, zone)
    assert due_at(in_between, second, hours, zone) == due_at(start, first + second, hours, zone)


@given(moments, some.timedeltas(timedelta(), timedelta(hours=60)), spans, zones)
def test_who_reports_later_is_never_due_earlier(
    start: datetime, later: timedelta, span: timedelta, zone: ZoneInfo
) -> None:
    assert due_at(start, span, HOURS, zone) <= due_at(start + later, span, HOURS, zone)


@given(moments, spans, zones)
def test_a_deadline_never_lands_outside_service_hours_nor_before_its_span(
    start: datetime, span: timedelta, zone: ZoneInfo
) -> None:
    due = due_at(start, span, HOURS, zone)
    assert HOURS.start <= due.astimezone(zone).time() <= HOURS.end
    assert due >= start + span
    assert due.tzinfo is UTC


@given(moments, some.integers(0, 60), zones)
def test_days_are_counted_on_the_calendar(start: datetime, days: int, zone: ZoneInfo) -> None:
    due = days_later(start, timedelta(days=days), zone)
    assert due.astimezone(zone).date() - start.astimezone(zone).date() == timedelta(days=days)


def test_seven_days_across_a_clock_change_end_at_the_same_hour_of_the_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 22, 9, 0, tzinfo=berlin)
    assert days_later(start, timedelta(days=7), berlin).astimezone(berlin).hour == 9


@pytest.mark.parametrize(
    ("handed_over", "answers"),
    [
        ("2026-11-20 10:00", "2026-11-20 18:00"),
        ("2026-11-20 16:00", "2026-11-20 18:00"),
        ("2026-11-20 16:01", "2026-11-21 18:00"),
        ("2026-11-20 23:00", "2026-11-21 18:00"),
    ],
)
def test_a_promise_by_a_time_of_day_is_todays_only_with_notice_enough(handed_over: str, answers: str) -> None:
    office = Party("物业", {"zh-CN": "某物业"}, "0592-0000000", HOURS, Promise(by=time(18, 0)))
    assert promised_at(at(handed_over), office, XIAMEN) == at(answers)


def test_a_promise_within_hours_counts_the_partys_own_hours() -> None:
    hours = ServiceHours(time(8, 30), time(17, 30))
    office = Party("居委会", {"zh-CN": "某居委会"}, "0592-0000000", hours, Promise(within=timedelta(hours=4)))
    assert promised_at(at("2026-11-20 15:30"), office, XIAMEN) == at("2026-11-21 10:30")


def test_a_case_gets_its_deadlines_from_the_playbook() -> None:
    heyuan = load_playbook("heyuan")
    reported = at("2026-11-20 19:00")
    ordinary = due_times(reported, heyuan, urgent=False)
    assert ordinary.accept == at("2026-11-21 09:30")
    assert ordinary.claim == at("2026-11-21 11:30")
    assert ordinary.resolve == at("2026-11-27 19:00")
    assert due_times(reported, heyuan, urgent=True).claim == at("2026-11-20 19:30")


def _share_of_day(hours: ServiceHours) -> float:
    """How much of a day is open: keeps the walk over days short where hours are a few seconds."""
    seconds = [one.hour * 3600 + one.minute * 60 + one.second for one in (hours.start, hours.end)]
    return (seconds[1] - seconds[0]) / 86400
