"""No label is cut by a phone of 360 pixels: rows are split, and what is too long for a row of its own ends with …"""

from __future__ import annotations

import pytest

from bot.ui.buttons.notices import NoticeButton
from bot.ui.grid import choice, grid
from bot.ui.phone import cut, width
from bot.ui.screen import Key, shown_whole

BUTTON = NoticeButton(1, "back")


def row(*labels: str) -> list[Key]:
    """Side by side, if there is room."""
    return [choice(one, BUTTON) for one in labels]


def texts(rows: list[list[Key]]) -> list[list[str]]:
    """Their labels."""
    return [[one.text for one in each] for each in rows]


def test_a_chinese_character_is_about_as_wide_as_two_letters_and_some_letters_are_thin() -> None:
    assert width("收到") == 4
    assert width("nn") == pytest.approx(2.2)
    assert width("mm") > width("nn") > width("ii")


def test_what_fits_stays_side_by_side_and_what_does_not_gets_a_row_of_its_own() -> None:
    assert texts(shown_whole(row("替家人收到", "我家需要帮忙"))) == [["替家人收到", "我家需要帮忙"]]
    assert texts(shown_whole(row("Yuanchang Xinhaiwan", "Buildings"))) == [
        ["Yuanchang Xinhaiwan"],
        ["Buildings"],
    ]
    assert texts(shown_whole(row("tomorrow 7:00", "tomorrow 8:00", "tomorrow 9:00"))) == [
        ["tomorrow 7:00", "tomorrow 8:00"],
        ["tomorrow 9:00"],
    ]


def test_a_table_of_long_labels_has_fewer_columns_and_one_long_one_among_many_stands_alone() -> None:
    hours = [f"tomorrow {hour}:00" for hour in range(10, 16)]
    assert [len(one) for one in grid(row(*hours), 3)] == [2, 2, 2]
    teams = row("百人净滩团", "绿禾缘快乐环保社", *(["阳光姐姐"] * 5))
    assert [len(one) for one in grid(teams, 2)] == [1, 1, 2, 2, 1]
    assert grid([], 3) == []


def test_a_label_longer_than_a_row_says_that_something_is_missing() -> None:
    long = "去五缘湾湿地公园看鸟，中午自带干粮，下午回来"
    assert cut("收到") == "收到"
    assert cut(long) == "去五缘湾湿地公园看鸟，中午自带干…"
    assert cut(long, 11) == "去五缘湾湿…"


def test_stars_stay_in_one_row() -> None:
    stars = row(*("★" * one for one in range(1, 6)))
    assert len(shown_whole(stars)) == 1
