"""Which backups are kept, and when the next one is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.backup import Keeping, is_due, made_at, name_of

XIAMEN = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 3, 4, 4, tzinfo=UTC)
AT = time(3, 30)


def test_a_year_of_nights_leaves_the_last_days_weeks_and_months() -> None:
    names: list[str] = []
    for day in range(365):
        names.append(name_of(NOON + timedelta(days=day)))
        for gone in Keeping(7, 4, 3).too_many(names, XIAMEN, NOON + timedelta(days=day)):
            names.remove(gone)
    ages = [(NOON + timedelta(days=364) - at).days for name in names if (at := made_at(name))]
    assert ages == [31, 17, 10, 6, 5, 4, 3, 2, 1, 0]  # the ends of January and of two weeks, then every night


def test_the_last_two_from_before_an_upgrade_stay_and_strangers_are_left_alone() -> None:
    upgrades = [name_of(NOON - timedelta(days=400 + n), before=f"000{n}") for n in (1, 2, 3)]
    names = [*upgrades, name_of(NOON), name_of(NOON - timedelta(hours=1)), "holiday.jpg", "forgotten.linli"]
    assert Keeping(1, 0, 0).too_many(names, XIAMEN, NOON) == [name_of(NOON - timedelta(hours=1)), upgrades[2]]


@given(
    ages=st.lists(st.integers(0, 20_000), unique=True, min_size=1),
    counts=st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_the_newest_is_never_dropped_and_never_more_kept_than_asked_for(
    ages: list[int], counts: tuple[int, int, int]
) -> None:
    names = [name_of(NOON - timedelta(hours=age)) for age in ages]
    gone = Keeping(*counts).too_many(names, XIAMEN, NOON)
    assert name_of(NOON - timedelta(hours=min(ages))) not in gone
    assert len(names) - len(gone) <= max(1, sum(counts))


def test_backups_of_a_clock_that_ran_ahead_push_out_none_of_now() -> None:
    """For two months it was next year; of that time the last one stays."""
    nights = [name_of(NOON - timedelta(days=day)) for day in range(7)]
    ahead = [name_of(NOON + timedelta(days=365 + day)) for day in range(60)]
    assert Keeping(7, 0, 0).too_many([*nights, *ahead], XIAMEN, NOON) == ahead[:-1][::-1]


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, "2026-03-04 12:00", True),
        ("2026-03-04 03:31", "2026-03-04 12:00", False),
        ("2026-03-03 03:31", "2026-03-04 03:29", False),
        ("2026-03-03 03:31", "2026-03-04 03:30", True),
        ("2026-02-20 03:31", "2026-03-04 02:00", True),
    ],
)
def test_it_is_due_once_a_day_and_made_up_for(last: str | None, now: str, due: bool) -> None:
    def at(said: str) -> datetime:
        return datetime.fromisoformat(said).replace(tzinfo=XIAMEN)

    assert is_due(at(last) if last else None, AT, XIAMEN, at(now)) is due
