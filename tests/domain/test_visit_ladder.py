"""A visit nobody takes climbs, in turn and with stand-ins, and does not stop until somebody takes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.cadence import Window
from bot.domain.errors import RuleError
from bot.domain.playbook import Rung, Visits, Who
from bot.domain.visit import (
    Asked,
    Candidate,
    Check,
    Finding,
    Tick,
    Visit,
    case_category,
    climbs_at,
    next_asked,
    open_visit,
)  # fmt: skip
from bot.playbooks.load import load_playbook

OPENS = datetime(2026, 11, 15, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)
NAMES = {"zh-CN": "…"}
RUNGS = (
    Rung("paired", NAMES, Who.PAIRED),
    Rung("team", NAMES, Who.TEAM),
    Rung("leader", NAMES, Who.LEADER, after=4 * HOUR),
    Rung("office", NAMES, Who.COORDINATOR),
)
PEOPLE = {
    "paired": [Candidate(1), Candidate(2, resting=True)],
    "team": [],
    "leader": [Candidate(3, reachable=False), Candidate(4), Candidate(5)],
    "office": [Candidate(8), Candidate(9, resting=True)],
}
RULES = Visits()


def visit(length: timedelta = timedelta(days=7)) -> Visit:
    return open_visit(4, 7, "lonely", Window("2026-W47", OPENS, OPENS + length, OPENS + length))


def climb(one: Visit, until: datetime) -> list[tuple[timedelta, Asked]]:
    """Nobody answers: who is asked, and how long after it opened."""
    asked: list[tuple[timedelta, Asked]] = []
    while (at := climbs_at(one, RUNGS, RULES)) is not None and at <= until:
        found = next_asked(RUNGS, one.rung, one.tried, PEOPLE)
        one.offer(found.rung, found.members, at)
        asked.append((at - OPENS, found))
    return asked


def test_paired_helpers_first_then_one_leader_after_the_other_then_the_office_again_and_again() -> None:
    assert climb(visit(), OPENS + timedelta(days=4)) == [
        (0 * HOUR, Asked(0, (1,))),
        (24 * HOUR, Asked(2, (4,))),
        (28 * HOUR, Asked(2, (5,))),
        (32 * HOUR, Asked(3, (8,))),
        (56 * HOUR, Asked(3, (8, 9))),
        (80 * HOUR, Asked(3, (8, 9))),
    ]


def test_a_visit_due_within_a_day_climbs_in_time() -> None:
    asked = climb(visit(timedelta(hours=24)), OPENS + timedelta(hours=24))
    assert next(after for after, one in asked if one.rung == 3) < timedelta(hours=20)


def test_a_late_visit_climbs_hourly_also_when_it_is_claimed() -> None:
    one = visit()
    one.offer(0, (1,), OPENS)
    one.claim(1, "林伯", OPENS + 2 * HOUR, OPENS)
    assert climbs_at(one, RUNGS, RULES) == one.due_at
    one.offer(2, (4,), one.due_at)
    assert climbs_at(one, RUNGS, RULES) == one.due_at + HOUR


def test_who_promised_a_later_hour_is_left_alone_until_then() -> None:
    one = open_visit(4, 7, "hardship", Window("2026-11", OPENS, OPENS + 24 * HOUR, OPENS + 240 * HOUR))
    one.offer(0, (1,), OPENS)
    one.claim(1, "林伯", OPENS + 48 * HOUR, OPENS)
    assert climbs_at(one, RUNGS, RULES) == OPENS + 49 * HOUR


def test_what_nobody_need_do_does_not_climb() -> None:
    one = visit()
    one.stop(OPENS)
    assert climbs_at(one, RUNGS, RULES) is None


def test_with_nobody_at_all_it_still_waits_at_the_office() -> None:
    assert next_asked(RUNGS, 0, (), {}) == Asked(3, ())


def test_by_place_it_climbs_from_the_family_to_the_community() -> None:
    heyuan = load_playbook("heyuan").visits
    rungs = [heyuan.rung(key) for key in ("family", "head", "grid", "compound", "coordinator")]
    people = {rung.key: [Candidate(number)] for number, rung in enumerate(rungs)}
    asked: list[int] = []
    here = 0
    for _ in rungs:
        found = next_asked(rungs, here, asked, people)
        here = found.rung
        asked += found.members
    assert asked == [0, 1, 2, 3, 4]


def test_what_is_found_amiss_becomes_a_case_once() -> None:
    found = Finding(4, 1, OPENS)
    found.tick(Tick.CHAT, OPENS)
    found.tick(Tick.CARRY, OPENS)
    found.tick(Tick.CARRY, OPENS)
    assert found.ticks == {Tick.CHAT}
    with pytest.raises(RuleError, match="no-finding-amiss"):
        found.become(Check.HOME, 12, OPENS)
    found.concern(Check.HOME, OPENS)
    found.become(Check.HOME, 12, OPENS)
    with pytest.raises(RuleError, match="no-finding-is-case"):
        found.become(Check.HOME, 13, OPENS)
    with pytest.raises(RuleError, match="no-finding-is-case"):
        found.concern(Check.HOME, OPENS)
    found.say("灯坏了", OPENS)
    found.say("想换个亮的", OPENS)
    assert found.remark == "灯坏了\n想换个亮的"


def test_every_check_has_its_category_of_case() -> None:
    heyuan = load_playbook("heyuan")
    for check in Check:
        assert heyuan.category(case_category(check, heyuan.visits)) is not None
