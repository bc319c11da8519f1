"""By night a reminder waits for the morning; whoever is in danger, or waits for an answer, does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.priority import Priority
from bot.domain.quiet import QUIET_FROM, QUIET_UNTIL, leaves_at

SHANGHAI = ZoneInfo("Asia/Shanghai")
moments = some.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=some.just(UTC),
)
zones = some.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/St_Johns"]).map(ZoneInfo)


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("2026-03-04 20:29", "2026-03-04 20:29"),
        ("2026-03-04 20:30", "2026-03-05 08:00"),
        ("2026-03-05 02:00", "2026-03-05 08:00"),
        ("2026-03-05 08:00", "2026-03-05 08:00"),
    ],
)
def test_a_reminder_of_the_night_waits_for_eight(said: str, leaves: str) -> None:
    at, then = (datetime.fromisoformat(one).replace(tzinfo=SHANGHAI) for one in (said, leaves))
    assert leaves_at(Priority.REMINDER, at, SHANGHAI) == then


@given(at=moments, zone=zones)
def test_danger_answers_and_cards_are_never_held(at: datetime, zone: ZoneInfo) -> None:
    for priority in (Priority.DANGER, Priority.ANSWER, Priority.CARD):
        assert leaves_at(priority, at, zone) == at


@given(at=moments, zone=zones)
def test_what_may_wait_leaves_by_day_and_by_the_next_morning(at: datetime, zone: ZoneInfo) -> None:
    then = leaves_at(Priority.BULK, at, zone)
    assert at <= then < at + timedelta(hours=13)
    assert QUIET_UNTIL <= then.astimezone(zone).time() < QUIET_FROM
