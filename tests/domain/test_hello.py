"""报平安: exactly one question a day, whatever the clock did; and nobody who does not answer is left."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import RuleError
from bot.domain.hello import DayState, Hello, HelloDay, HelloState, Step
from bot.domain.hello.agreement import offered
from bot.domain.playbook import Hellos

RULES = Hellos()
XIAMEN = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)  # 10:00 in Xiamen
ZONES = ["Asia/Shanghai", "America/Havana", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"]
STEPS = [timedelta(hours=-1), timedelta(hours=1), timedelta(days=-1), timedelta(days=1)]


def on(hour: time = time(12), now: datetime = NOW, zone: ZoneInfo = XIAMEN) -> Hello:
    """Somebody who chose that hour."""
    hello = offered(7, hour, 7, RULES, now)
    hello.choose(hour, RULES, zone, now)
    return hello


class Life:
    """Rows by day, as the database would keep them, and every question that went out."""

    def __init__(self, hello: Hello, zone: ZoneInfo) -> None:
        self.hello, self.zone = hello, zone
        self.rows: dict[date, HelloDay] = {}
        self.open: list[HelloDay] = []
        self.asked: Counter[date] = Counter()
        self.awake: set[date] = set()

    def tick(self, now: datetime) -> None:
        """What the clock's service does."""
        local = now.astimezone(self.zone)
        known = self.rows.get(local.date())
        if known is not None and self.hello.may_still_ask(known, RULES, self.zone, now):
            known.ask_after_all(RULES, now)
            self.asked[known.day] += 1
        for day in self.hello.give_due(RULES, self.zone, now):
            if day.day not in self.rows:
                self.rows[day.day] = day
                self.open.append(day)
                self.asked[day.day] += day.state is DayState.ASKED
        self.open = [day for day in self.open if day.is_open]
        for day in self.open:
            if day.take_step(RULES, now) is Step.CALL:
                day.end(DayState.REACHED, now)
        if self.hello.hour < local.time() <= RULES.latest and not _jumps(local):
            self.awake.add(local.date())


def _jumps(local: datetime) -> bool:
    """A day whose hours are not those of the clock on the wall."""
    return len({(local.replace(hour=h) - timedelta(0)).utcoffset() for h in (0, 23)}) > 1


@pytest.mark.parametrize("name", ZONES)
def test_in_years_of_downtime_and_clock_steps_every_day_has_its_row_and_at_most_one_question(
    name: str,
) -> None:
    random, zone = Random(name), ZoneInfo(name)
    hello = on(random.choice(RULES.hours), datetime(2024, 1, 10, tzinfo=UTC), zone)
    life, now = Life(hello, zone), datetime(2024, 1, 10, tzinfo=UTC)
    latest = now
    while now < datetime(2025, 6, 10, tzinfo=UTC):
        life.tick(now)
        latest = max(latest, now)
        if random.random() < 0.05:
            now += random.choice(STEPS)
        else:
            longest = 9 * 24 * 60 if random.random() < 0.01 else 90
            now += timedelta(minutes=random.randint(1, longest))
    days = sorted(life.rows)
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert (latest.astimezone(zone).date() - days[-1]).days <= 1
    assert max(life.asked.values()) == 1
    assert [day for day in life.awake if days[0] <= day and not life.asked[day]] == []


def test_two_tickers_that_read_the_same_row_ask_once_because_the_day_is_a_key() -> None:
    first, second = on(), on()
    at = NOW + timedelta(hours=2)
    assert [day.day for day in first.give_due(RULES, XIAMEN, at)] == [
        day.day for day in second.give_due(RULES, XIAMEN, at)
    ]
    assert first.give_due(RULES, XIAMEN, at + timedelta(minutes=1)) == []


def test_who_chooses_another_hour_after_the_question_is_not_asked_twice_that_day() -> None:
    hello = on()
    [day] = hello.give_due(RULES, XIAMEN, NOW + timedelta(hours=2))
    hello.choose(time(20), RULES, XIAMEN, NOW + timedelta(hours=3))
    assert hello.give_due(RULES, XIAMEN, NOW + timedelta(hours=11)) == []
    [next_day] = hello.give_due(RULES, XIAMEN, NOW + timedelta(hours=34))
    assert next_day.day == day.day + timedelta(days=1)


def test_too_late_in_the_evening_nobody_is_asked_and_the_day_is_a_fact() -> None:
    hello = on()
    night = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)  # 22:00
    assert hello.give_due(RULES, XIAMEN, night) == []
    [day] = hello.give_due(RULES, XIAMEN, night + timedelta(hours=3))
    assert (day.state, day.day) == (DayState.UNASKED, date(2026, 3, 4))


def test_away_is_a_row_without_a_question_and_ends_by_itself() -> None:
    hello = on()
    hello.go_away(2, XIAMEN, NOW)
    states = [hello.give_due(RULES, XIAMEN, NOW + timedelta(hours=2, days=n))[0].state for n in range(3)]
    assert states == [DayState.AWAY, DayState.AWAY, DayState.ASKED]


def test_a_pause_two_people_agreed_to_stops_it_too() -> None:
    [day] = on().give_due(RULES, XIAMEN, NOW + timedelta(hours=2), paused=True)
    assert day.state is DayState.AWAY


def asked() -> HelloDay:
    """Noon's question."""
    return on().give_due(RULES, XIAMEN, NOW + timedelta(hours=2))[0]


def test_no_answer_is_asked_again_then_called_until_somebody_takes_it() -> None:
    day, noon = asked(), NOW + timedelta(hours=2)
    assert day.take_step(RULES, noon + timedelta(minutes=59)) is None
    assert day.take_step(RULES, noon + timedelta(hours=1)) is Step.ASK_AGAIN
    assert day.take_step(RULES, noon + timedelta(hours=2)) is Step.CALL
    assert day.take_step(RULES, noon + timedelta(hours=2, minutes=10)) is Step.CALL
    day.take(1, "王社工", RULES, noon + timedelta(hours=2, minutes=11))
    with pytest.raises(RuleError, match="no-already-claimed"):
        day.take(2, "吴社工", RULES, noon + timedelta(hours=2, minutes=12))
    assert day.take_step(RULES, noon + timedelta(hours=2, minutes=41)) is Step.CALL
    with pytest.raises(RuleError, match="no-visit-not-yours"):
        day.finish(1, True, noon + timedelta(hours=2, minutes=42))


def test_after_a_standstill_it_is_called_at_once_and_not_asked_again() -> None:
    assert asked().take_step(RULES, NOW + timedelta(hours=20)) is Step.CALL


def test_whatever_the_clock_does_an_open_day_is_called_within_its_spans() -> None:
    random = Random(7)
    for _ in range(300):
        day, now = asked(), NOW + timedelta(hours=2)
        waited = timedelta()
        while not day.is_called:
            gap = timedelta(minutes=random.randint(1, 10))
            waited += gap
            now += gap + (random.choice(STEPS) if random.random() < 0.05 else timedelta())
            day.take_step(RULES, now)
            assert waited <= timedelta(hours=30)
        day.end(DayState.REACHED, now)
        assert day.take_step(RULES, now + timedelta(days=2)) is None


def test_nothing_is_asked_of_whoever_has_not_agreed_or_does_not_want_it() -> None:
    hello = offered(7, time(12), 1, RULES, NOW)
    assert hello.give_due(RULES, XIAMEN, NOW + timedelta(days=1)) == []
    hello.agree(XIAMEN, NOW)
    hello.refuse(NOW)
    assert hello.state is HelloState.OFF
    assert hello.give_due(RULES, XIAMEN, NOW + timedelta(days=1)) == []
    with pytest.raises(RuleError, match="no-hello-over"):
        hello.agree(XIAMEN, NOW)
    with pytest.raises(RuleError, match="no-stale-button"):
        hello.choose(time(3), RULES, XIAMEN, NOW)
