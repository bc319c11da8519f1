"""How long something took: as people write it, and what counts."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.service_time import (
    MOST,
    Stint,
    confirm,
    confirmed_minutes,
    days_of,
    first_guess,
    month_of,
    read_minutes,
    say,
    undo,
    within,
)
from bot.domain.task import Holding, Task
from tests.town import MORNING, PLAYBOOK

ZONE = ZoneInfo("Asia/Shanghai")
MINUTE = timedelta(minutes=1)


def done() -> tuple[Task, Holding]:
    """A task that somebody has finished, with its usual minutes."""
    task = Task("阳光姐姐", None, MORNING, id=12)
    hold = task.claim(7, "小林", MORNING)
    task.finish(7, None, MORNING)
    hold.minutes = first_guess("carry", PLAYBOOK)
    return task, hold


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("４５分钟", 45),
        ("45 分", 45),
        ("半小时", 30),
        ("1小时", 60),
        ("一个半小时", 90),
        ("两小时", 120),
        ("1.5小时", 90),
        ("1小时20分钟", 80),
        ("2h", 120),
        ("90 min", 90),
        ("0", 0),
    ],
)
def test_minutes_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "很久", "25小时", "-5", "1小时半天", "99999999999999", "电梯坏了"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="no-such-minutes"):
        read_minutes(text)


@given(st.integers(0, MOST))
def test_every_length_there_is_can_be_typed(minutes: int) -> None:
    assert read_minutes(f"{minutes} 分钟") == minutes


def test_only_the_holder_says_and_only_another_confirms_once() -> None:
    task, hold = done()
    say(task, hold, 45, MORNING)
    with pytest.raises(RuleError, match="no-own-time"):
        confirm(task, hold, 45, 7, MORNING)
    confirm(task, hold, 40, 8, MORNING)
    assert (hold.minutes, hold.confirmed_by) == (40, 8)
    with pytest.raises(RuleError, match="no-time-confirmed"):
        say(task, hold, 90, MORNING)
    with pytest.raises(RuleError, match="no-time-confirmed"):
        confirm(task, hold, 90, 9, MORNING)


def test_a_confirming_is_undone_by_who_pressed_within_the_minute() -> None:
    task, hold = done()
    confirm(task, hold, 40, 8, MORNING)
    with pytest.raises(RuleError, match="no-not-yours"):
        undo(task, hold, 9, MORNING, MINUTE)
    with pytest.raises(RuleError, match="no-too-late-to-undo-time"):
        undo(task, hold, 8, MORNING + 2 * MINUTE, MINUTE)
    undo(task, hold, 8, MORNING + MINUTE, MINUTE)
    assert hold.confirmed_at is None


def test_what_is_still_in_hand_has_no_length() -> None:
    task = Task("阳光姐姐", None, MORNING, id=12)
    hold = task.claim(7, "小林", MORNING)
    with pytest.raises(RuleError, match="no-not-yours"):
        say(task, hold, 45, MORNING)


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(0, 300), st.booleans())))
def test_every_confirmed_minute_is_in_one_month_and_one_year_and_no_other_counts(
    given_: list[tuple[int, int, bool]],
) -> None:
    stints = [
        Stint(n, n, 7, "小林", "阳光姐姐", None, MORNING, MORNING + timedelta(days=days), minutes)
        if not sure
        else Stint(
            n, n, 7, "小林", "阳光姐姐", None, MORNING, MORNING + timedelta(days=days), minutes, 8, MORNING
        )
        for n, (days, minutes, sure) in enumerate(given_)
    ]
    months = {month_of(one.done_at.astimezone(ZONE).date()) for one in stints}
    by_month = sum(confirmed_minutes(within(stints, month, ZONE)) for month in months)
    by_year = sum(confirmed_minutes(within(stints, days_of(year), ZONE)) for year in range(2026, 2030))
    assert by_month == by_year == sum(minutes for _, minutes, sure in given_ if sure)


def test_a_month_ends_on_its_last_day() -> None:
    assert month_of(date(2028, 2, 10)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))
