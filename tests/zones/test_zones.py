"""The short form: zones whose clocks do something odd, and a few chosen anew by name."""

from __future__ import annotations

from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.cadence import WindowRule
from tests.zones.lives import CADENCES, expected, live

ODD = [
    "Asia/Shanghai",
    "America/Havana",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Gaza",
    "Africa/Cairo",
]


@pytest.mark.parametrize("name", ODD)
def test_in_ten_years_no_period_is_without_a_visit_and_none_has_two(name: str) -> None:
    random, zone = Random(name), ZoneInfo(name)
    for cadence in CADENCES:
        rule = WindowRule(random.choice([None, 3, 20]), random.random() < 0.5)
        given = live(zone, cadence, rule, random)
        assert expected(cadence, zone) - given.keys() == set(), cadence
        assert set(given.values()) == {1}, cadence
        assert len(given) >= 9, cadence
