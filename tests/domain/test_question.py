"""The rules of what a notice asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import RuleError
from bot.domain.notice.question import Asks, Per, Question, choices_of, places_of, tally

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def poll(*, several: bool = False) -> Question:
    """早, 中 or 晚."""
    return Question(1, Asks.CHOICE, Per.HOME, NOW + timedelta(days=1), ("早", "中", "晚"), several)


def test_one_choice_takes_the_place_of_the_other_and_is_not_pressed_twice() -> None:
    asked = poll()
    assert asked.names(asked.chosen(asked.chosen(0, 0), 2)) == ["晚"]
    with pytest.raises(RuleError, match="no-question-same"):
        asked.chosen(0b100, 2)


def test_of_several_choices_each_is_taken_and_taken_back() -> None:
    asked = poll(several=True)
    assert asked.names(asked.chosen(0b001, 2)) == ["早", "晚"]
    assert asked.chosen(0b101, 2) == 0b001


@pytest.mark.parametrize("option", [-1, 3])
def test_a_forged_choice_is_refused(option: int) -> None:
    with pytest.raises(RuleError, match="no-stale-button"):
        poll().chosen(0, option)


def test_it_closes_at_its_hour_and_once() -> None:
    asked = poll()
    asked.must_be_open(NOW)
    with pytest.raises(RuleError, match="no-question-closed"):
        asked.must_be_open(NOW + timedelta(days=1))
    asked.close(NOW)
    with pytest.raises(RuleError, match="no-question-closed"):
        asked.close(NOW)


@pytest.mark.parametrize("text", ["早", "早\n早", "\n".join(map(str, range(11))), f"早\n{'长' * 31}"])
def test_choices_that_nobody_could_press_are_refused(text: str) -> None:
    with pytest.raises(RuleError):
        choices_of(text)


def test_choices_are_lines_without_empty_ones() -> None:
    assert choices_of(" 早上 \n\n晚上\n") == ("早上", "晚上")


@pytest.mark.parametrize("text", ["", "0", "-3", "很多", "2001", "²"])
def test_places_are_a_number(text: str) -> None:
    with pytest.raises(RuleError, match="no-question-places"):
        places_of(text)


def test_votes_for_several_count_for_each() -> None:
    assert tally(poll(several=True), [(0b101, 3), (0b001, 2)]) == [5, 0, 3]


def test_what_begins_soon_is_signed_up_for_until_it_begins() -> None:
    asked = Question(1, Asks.SIGN_UP, Per.PERSON, NOW + timedelta(days=1), places=3)
    asked.begin_at(NOW + timedelta(days=3), UTC, NOW)
    assert asked.closes_at == datetime(2026, 3, 6, 18, tzinfo=UTC)
    assert asked.remind_at(UTC) == datetime(2026, 3, 6, 19, tzinfo=UTC)
    asked.begin_at(NOW + timedelta(hours=3), UTC, NOW)
    assert asked.closes_at == NOW + timedelta(hours=3)
    with pytest.raises(RuleError, match="no-question-begun"):
        asked.must_let_go(NOW + timedelta(hours=3))


def test_what_comes_again_asks_anew_at_the_same_hours_with_its_days_moved() -> None:
    first = Question(1, Asks.SIGN_UP, Per.PERSON, NOW + timedelta(days=1), places=9, id=5)
    first.begin_at(NOW + timedelta(days=2), ZONE, NOW)
    first.close(NOW + timedelta(hours=1))
    again = first.once_more(2, 7, NOW + timedelta(days=7), ZONE, NOW)
    assert (again.notice_id, again.places, again.closed_at, again.id) == (2, 9, None, None)
    assert again.begins_at == NOW + timedelta(days=9)
    assert again.closes_at == first.closes_at + timedelta(days=7)
    late = first.once_more(2, 7, again.closes_at + timedelta(hours=1), ZONE, NOW)
    assert late.is_open(again.closes_at + timedelta(hours=2))
