"""When somebody wants to be asked: never outside their hours, never lost, never none at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import SLOTS, ask_at, changed, chosen, may_ask, rest_end, slot_at
from bot.domain.errors import RuleError
from tests.town import MORNING, PLAYBOOK

ZONE = ZoneInfo("Asia/Shanghai")
moments = st.integers(0, 60 * 24 * 400).map(lambda minutes: MORNING + timedelta(minutes=minutes))
patterns = st.sets(st.sampled_from(SLOTS)).map(tuple)


@given(patterns, moments)
def test_whoever_is_asked_later_is_asked_at_the_very_next_time_they_want(
    hours: tuple[str, ...], now: datetime
) -> None:
    at = ask_at(hours, now, ZONE)
    assert at >= now
    assert may_ask(hours, at, ZONE)
    step = now
    while step < at:
        assert not may_ask(hours, step, ZONE)
        step += timedelta(minutes=61)


@given(patterns, st.lists(st.tuples(st.sampled_from(SLOTS), st.booleans())))
def test_a_press_changes_that_time_alone_and_one_time_always_stays(
    hours: tuple[str, ...], presses: list[tuple[str, bool]]
) -> None:
    for slot, on in presses:
        before = set(chosen(hours))
        wanted = before | {slot} if on else before - {slot}
        if wanted:
            hours = changed(hours, slot, on)
            assert set(chosen(hours)) == wanted
        else:
            with pytest.raises(RuleError, match="no-hours-left"):
                changed(hours, slot, on)


def test_who_never_said_is_asked_by_day_and_in_the_evening_but_not_at_night() -> None:
    night = datetime(2026, 3, 4, 23, tzinfo=ZONE)
    assert slot_at(night, ZONE) is None
    assert ask_at((), night, ZONE) == datetime(2026, 3, 5, 6, tzinfo=ZONE)
    assert may_ask((), MORNING, ZONE)


def test_who_wants_only_weekends_waits_from_wednesday_to_saturday() -> None:
    assert ask_at(("weekend_afternoon",), MORNING, ZONE) == datetime(2026, 3, 7, 12, tzinfo=ZONE)


def test_a_slot_of_nobodys_making_is_refused() -> None:
    with pytest.raises(RuleError, match="no-stale-button"):
        changed((), "midnight", True)


def test_a_rest_of_a_day_ends_tomorrow_and_never_at_night() -> None:
    assert rest_end(1, MORNING, PLAYBOOK) == MORNING + timedelta(days=1)
    late = datetime(2026, 3, 4, 22, 30, tzinfo=ZONE)
    assert rest_end(7, late, PLAYBOOK) == datetime(2026, 3, 12, 8, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("day", "slot"),
    [
        ("2026-10-01", "weekend_morning"),  # a Thursday, National Day
        ("2026-10-10", "weekday_morning"),  # a Saturday worked instead
        ("2026-11-21", "weekend_morning"),
        ("2026-11-20", "weekday_morning"),
    ],
)
def test_a_holiday_is_like_a_weekend_and_a_worked_weekend_like_a_workday(day: str, slot: str) -> None:
    assert slot_at(datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=ZONE), ZONE) == slot
