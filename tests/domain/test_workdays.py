"""Workdays as the State Council announced them; of years nobody has announced, weekends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.deadline import promised_at
from bot.domain.playbook import Party, Promise, Rung, ServiceHours, Who
from bot.domain.visit.office import office_due, waits_for_office
from bot.domain.workdays import KNOWN_UNTIL, ends_soon, is_workday, last_workday, workday_from

XIAMEN = ZoneInfo("Asia/Shanghai")
OFFICE, TEAM = Rung("secretary", {}, Who.CHARGE, "secretary", workdays=True), Rung("team", {}, Who.TEAM)


def at(text: str) -> datetime:
    """A moment in Xiamen."""
    return datetime.fromisoformat(text).replace(tzinfo=XIAMEN).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("2026-02-16", False),
        ("2026-10-01", False),
        ("2026-10-10", True),
        ("2026-11-22", False),  # a Sunday
        ("2026-11-23", True),
    ],
)
def test_holidays_and_worked_weekends_are_known(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is works


def test_where_the_years_end_weekends_are_left_and_nothing_fails() -> None:
    assert not is_workday(date(2026, 10, 1))
    assert is_workday(date(2026, 10, 1), date(2025, 12, 31)), "a Thursday nobody has announced anything of"
    after = KNOWN_UNTIL + timedelta(days=1)
    week = [after + timedelta(days=n) for n in range(7)]
    assert sum(map(is_workday, week)) == 5
    assert is_workday(date(1999, 10, 1))


def test_it_is_told_sixty_days_before() -> None:
    assert not ends_soon(KNOWN_UNTIL - timedelta(days=60))
    assert ends_soon(KNOWN_UNTIL - timedelta(days=59))
    assert ends_soon(KNOWN_UNTIL + timedelta(days=400))


def test_the_next_and_the_last_workday_of_a_stretch() -> None:
    assert workday_from(date(2026, 10, 1)) == date(2026, 10, 8)
    assert workday_from(date(2026, 10, 8)) == date(2026, 10, 8)
    assert last_workday(date(2026, 9, 28), date(2026, 10, 4)) == date(2026, 9, 30)
    assert last_workday(date(2026, 10, 1), date(2026, 10, 4)) is None


@pytest.mark.parametrize(
    ("promise", "workdays", "promised"),
    [
        (Promise(within=timedelta(hours=8)), True, "2026-10-08 15:30"),  # an hour of 30 September is left
        (Promise(within=timedelta(hours=8)), False, "2026-10-01 15:30"),
        (Promise(by=time(18)), True, "2026-10-08 18:00"),
        (Promise(by=time(18)), False, "2026-10-01 18:00"),
    ],
)
def test_an_office_promises_nothing_for_a_holiday(promise: Promise, workdays: bool, promised: str) -> None:
    hours = ServiceHours(time(8, 30), time(17, 30))
    office = Party("居委会", {}, "", hours, promise, workdays)
    assert promised_at(at("2026-09-30 16:30"), office, XIAMEN) == at(promised)


def test_an_offices_visit_is_due_on_the_last_workday_of_its_window() -> None:
    due = office_due(at("2026-09-01 00:00"), at("2026-10-04 18:00"), XIAMEN)
    assert due == at("2026-09-30 18:00")
    assert office_due(at("2026-10-01 00:00"), at("2026-10-04 18:00"), XIAMEN) == at("2026-10-04 18:00")
    assert office_due(at("2026-11-02 00:00"), at("2026-11-20 18:00"), XIAMEN) == at("2026-11-20 18:00")


def test_an_office_is_asked_on_a_workday_unless_it_cannot_wait_and_volunteers_on_any() -> None:
    sunday, soon, later = at("2026-11-22 10:00"), at("2026-11-23 08:00"), at("2026-11-27 18:00")
    assert waits_for_office(OFFICE, OFFICE, later, sunday, XIAMEN) == at("2026-11-23 08:30")
    assert waits_for_office(OFFICE, TEAM, later, sunday, XIAMEN) == at("2026-11-23 08:30")
    assert waits_for_office(OFFICE, OFFICE, soon, sunday, XIAMEN) is None
    assert waits_for_office(OFFICE, OFFICE, later, at("2026-11-23 10:00"), XIAMEN) is None
    assert waits_for_office(TEAM, TEAM, later, sunday, XIAMEN) is None
