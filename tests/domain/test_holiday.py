"""Long holidays: known in time, also of years nobody has announced yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.holiday import Holiday, is_off, long_holiday_before

AUTUMN = Holiday(date(2026, 10, 1), date(2026, 10, 7))
SPRING = Holiday(date(2026, 2, 15), date(2026, 2, 23))


def hinted(first: date, days: int) -> dict[Holiday, list[date]]:
    """Holiday → the days on which it is known to come."""
    found: dict[Holiday, list[date]] = {}
    for n in range(days):
        day = first + timedelta(days=n)
        if (ahead := long_holiday_before(day, 3, 5)) is not None:
            found.setdefault(ahead, []).append(day)
    return found


def test_a_long_holiday_is_told_on_the_last_three_workdays_before_it_and_a_short_one_never() -> None:
    year = hinted(date(2026, 1, 1), 364)
    assert [(one.first.month, one.days) for one in year] == [(2, 9), (5, 5), (10, 7)]
    assert year[SPRING] == [date(2026, 2, day) for day in (12, 13, 14)]
    assert year[AUTUMN] == [date(2026, 9, day) for day in (28, 29, 30)]


@pytest.mark.parametrize("year", [2027, 2031])
def test_of_a_year_nobody_has_announced_the_usual_days_are_taken(year: int) -> None:
    found = hinted(date(year, 1, 1), 364)
    assert [one.first.month for one in found][-1] == 10
    assert {one.first.month for one in found} <= {1, 2, 10}
    assert len(found) == 2
    assert is_off(date(year, 10, 4))
