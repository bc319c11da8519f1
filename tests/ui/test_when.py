"""How moments are spoken, on an invented Thursday, 19 November 2026, ten o'clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.ui import when
from bot.ui.i18n import LANGUAGES, words_for

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 19, 10, tzinfo=ZONE)


def local(month: int, day: int, hour: int = 18, minute: int = 0, *, year: int = 2026) -> datetime:
    """An instant as the database gives it: UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def said(at: date, language: str = "zh-CN", form: str = "") -> str:
    speak = when.FORMS[form] if form else when.speak
    return speak(at, NOW, words_for(language, ZONE), ZONE)


@pytest.mark.parametrize(
    ("at", "zh_cn", "zh_tw", "en"),
    [
        (local(11, 19), "今天 18:00", "今天 18:00", "today 18:00"),
        (local(11, 19, 9, 5), "今天 9:05", "今天 9:05", "today 9:05"),
        (local(11, 20, 9), "明天 9:00", "明天 9:00", "tomorrow 9:00"),
        (local(11, 18), "昨天 18:00", "昨天 18:00", "yesterday 18:00"),
        (local(11, 21), "周六 18:00", "週六 18:00", "Saturday 18:00"),
        (local(11, 23), "下周一 18:00", "下週一 18:00", "next Monday 18:00"),
        (local(11, 26), "11月26日 18:00", "11 月 26 日 18:00", "26 November 18:00"),
        (local(11, 10), "11月10日 18:00", "11 月 10 日 18:00", "10 November 18:00"),
        (local(6, 8, year=2027), "2027年6月8日 18:00", "2027 年 6 月 8 日 18:00", "8 June 2027 18:00"),
    ],
)
def test_a_moment_is_spoken_as_people_would(at: datetime, zh_cn: str, zh_tw: str, en: str) -> None:
    assert [said(at, language) for language in LANGUAGES] == [zh_cn, zh_tw, en]


def test_a_date_has_no_time_of_day() -> None:
    assert said(date(2026, 11, 20)) == "明天"
    assert said(date(2026, 12, 8)) == "12月8日"
    assert said(date(2026, 11, 20), form="TIME") == ""


def test_the_day_is_the_community_s_day_not_utc_s() -> None:
    late_evening = datetime(2026, 11, 19, 16, 30, tzinfo=UTC)  # half past midnight in Xiamen
    assert said(late_evening) == "明天 0:30"


@pytest.mark.parametrize(
    ("at", "ago"),
    [
        (NOW - timedelta(seconds=20), "刚才"),
        (NOW - timedelta(minutes=20), "20 分钟前"),
        (NOW - timedelta(hours=23), "23 小时前"),
        (NOW - timedelta(hours=25), "昨天"),
        (NOW - timedelta(days=8), "8 天前"),
        (date(2026, 11, 11), "8 天前"),
        (date(2026, 11, 19), "今天"),
        (NOW + timedelta(hours=1), "今天 11:00"),
    ],
)
def test_what_is_past_is_counted_back(at: date, ago: str) -> None:
    assert said(at, form="AGO") == ago


@pytest.mark.parametrize(
    ("at", "late"),
    [
        (NOW + timedelta(hours=1), "今天 11:00"),
        (NOW - timedelta(seconds=5), "刚过时间"),
        (NOW - timedelta(minutes=30), "已过 30 分钟"),
        (NOW - timedelta(hours=2), "已过 2 小时"),
        (NOW - timedelta(days=3), "已过 3 天"),
        (date(2026, 11, 19), "今天"),
        (date(2026, 11, 18), "已过 10 小时"),
    ],
)
def test_what_is_overdue_says_by_how_much(at: date, late: str) -> None:
    assert said(at, form="LATE") == late


def test_english_counts_one_and_many() -> None:
    assert said(NOW - timedelta(minutes=1), "en", "AGO") == "1 minute ago"
    assert said(NOW - timedelta(minutes=2), "en", "AGO") == "2 minutes ago"


def test_every_weekday_and_month_has_its_own_name() -> None:
    for language in LANGUAGES:
        words = words_for(language, ZONE)
        assert len({words("when-weekday", weekday=day) for day in range(1, 8)}) == 7
        assert len({words("when-date", day=1, month=month) for month in range(1, 13)}) == 12
