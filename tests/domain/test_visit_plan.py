"""Visiting plans: every period gets exactly one visit, whatever the clock does; pauses take two and end by themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import WEEKLY, Window, WindowRule, cadence_of, once, windows_between
from bot.domain.errors import RuleError
from bot.domain.playbook import Programme, Visits
from bot.domain.visit import Outcome, Pairing, Pause, PauseReason, VisitPlan, ask_for_pause, pairing, plan_for

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 16, 0, tzinfo=UTC)  # 08:00 there
WHOLE = WindowRule()
RULES = Visits()
CADENCES = ["weekly", "2 weeks", "monthly", "quarterly", "half-yearly", "yearly", "spring", "mid-autumn"]
ZONES = ["Asia/Shanghai", "America/Havana", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza"]


def plan(cadence: str = "weekly", now: datetime = MONDAY, zone: ZoneInfo = SHANGHAI) -> VisitPlan:
    made = VisitPlan(7, "lonely", cadence_of(cadence), "paired", now)
    made.begin(WHOLE, zone, now)
    return made


steps = st.lists(
    st.one_of(
        st.timedeltas(timedelta(minutes=1), timedelta(days=40)),
        st.sampled_from([timedelta(hours=-1), timedelta(hours=1), timedelta(days=-1), timedelta(days=1)]),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=200)
@given(
    cadence=st.sampled_from(CADENCES),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    start=st.timedeltas(timedelta(), timedelta(days=5000)).map(
        lambda span: datetime(2019, 1, 1, tzinfo=UTC) + span
    ),
    gaps=steps,
    rule=st.builds(WindowRule, days=st.none() | st.integers(1, 40), at_end=st.booleans()),
)
def test_whatever_the_clock_does_every_period_is_given_once_and_none_twice(
    cadence: str, zone: ZoneInfo, start: datetime, gaps: list[timedelta], rule: WindowRule
) -> None:
    made = VisitPlan(7, "lonely", cadence_of(cadence), "paired", start)
    made.begin(rule, zone, start)
    first, now, latest = made.next_at, start, start
    assert first is not None
    given: list[Window] = []
    for gap in [timedelta(), *gaps]:
        now += gap
        latest = max(latest, now)
        given += made.give_due(rule, zone, now)
        assert made.give_due(rule, zone, now) == []
    instant = timedelta(microseconds=1)
    expected = list(windows_between(made.cadence, rule, first - instant, latest, zone))
    assert given == expected
    assert len({one.key for one in given}) == len(given)
    assert made.next_at is not None
    assert made.next_at > latest


@settings(max_examples=100)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(CADENCES), st.timedeltas(timedelta(hours=1), timedelta(days=60))),
        min_size=1,
        max_size=8,
    )
)
def test_a_plan_whose_cadence_changes_never_gives_a_period_twice(
    changes: list[tuple[str, timedelta]],
) -> None:
    made, now = plan(), MONDAY
    given: list[Window] = made.give_due(WHOLE, SHANGHAI, now)
    for cadence, gap in changes:
        made.follow(cadence_of(cadence), WHOLE, SHANGHAI, now)
        now += gap
        given += made.give_due(WHOLE, SHANGHAI, now)
    assert len({one.key for one in given}) == len(given)
    assert [one.opens_at for one in given] == sorted({one.opens_at for one in given})


def test_a_plan_made_late_in_its_week_begins_with_the_next() -> None:
    monday, saturday = plan(now=MONDAY), plan(now=MONDAY + timedelta(days=5))
    assert [one.key for one in monday.give_due(WHOLE, SHANGHAI, MONDAY)] == ["2026-W47"]
    assert saturday.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=5)) == []
    assert saturday.next_at == datetime(2026, 11, 22, 16, tzinfo=UTC)


def test_from_yearly_to_weekly_is_felt_this_week_and_from_weekly_to_monthly_next_month() -> None:
    yearly = plan("yearly", datetime(2026, 1, 2, tzinfo=UTC))
    assert yearly.give_due(WHOLE, SHANGHAI, datetime(2026, 1, 2, tzinfo=UTC))
    yearly.follow(WEEKLY, WHOLE, SHANGHAI, MONDAY)
    assert [one.key for one in yearly.give_due(WHOLE, SHANGHAI, MONDAY)] == ["2026-W47"]
    yearly.follow(cadence_of("monthly"), WHOLE, SHANGHAI, MONDAY)
    assert yearly.next_at == datetime(2026, 11, 30, 16, tzinfo=UTC)


@pytest.mark.parametrize(("before", "after"), [(False, True), (True, False)])
def test_windows_moved_inside_their_week_by_the_playbook_lose_no_week(before: bool, after: bool) -> None:
    old, new = WindowRule(days=2, at_end=before), WindowRule(days=2, at_end=after)
    made = VisitPlan(7, "lonely", WEEKLY, "paired", MONDAY)
    made.begin(old, SHANGHAI, MONDAY)
    keys = []
    for day in range(28):
        now = MONDAY + timedelta(days=day, hours=1)
        keys += [one.key for one in made.give_due(old if day < 10 else new, SHANGHAI, now)]
    expected = ["2026-W47", "2026-W48", "2026-W49", "2026-W50"]
    assert keys[-3:] == expected[-3:]
    assert len(set(keys)) == len(keys)


def test_a_plan_of_one_visit_and_one_that_ends_give_no_more() -> None:
    single = VisitPlan(7, "surge", once(date(2026, 11, 17)), "team", MONDAY)
    single.begin(WHOLE, SHANGHAI, MONDAY)
    assert len(single.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=9))) == 1
    assert single.next_at is None
    stay = plan()
    stay.ends_on = date(2026, 11, 25)
    assert len(stay.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=30))) == 2
    assert stay.next_at is None


def test_weekly_also_means_ten_days_since_the_last_contact() -> None:
    made = plan()
    (first,) = made.give_due(WHOLE, SHANGHAI, MONDAY)
    assert made.due_by(first, 10, SHANGHAI) == first.due_at
    made.note(Outcome.MET, MONDAY + timedelta(hours=2))
    (second,) = made.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=7))
    assert made.due_by(second, 10, SHANGHAI) == MONDAY + timedelta(days=10, hours=2)
    made.last_contact_at = MONDAY - timedelta(days=30)
    assert made.due_by(second, 10, SHANGHAI) == second.opens_at
    slow = plan("2 weeks")
    slow.note(Outcome.MET, MONDAY)
    assert slow.due_by(second, 10, SHANGHAI) == second.due_at


def test_a_phone_contact_is_remembered_until_somebody_is_met() -> None:
    made = plan()
    made.note(Outcome.PHONED, MONDAY)
    assert (made.phoned_last, made.last_met_at) == (True, None)
    made.note(Outcome.MET, MONDAY + timedelta(days=7))
    assert (made.phoned_last, made.last_met_at) == (False, made.last_contact_at)


def test_a_helper_has_only_so_many_households() -> None:
    made = plan()
    made.pair(1, "林伯", 9, 2, RULES, MONDAY)
    with pytest.raises(RuleError, match="no-paired-already"):
        made.pair(1, "林伯", 9, 2, RULES, MONDAY)
    with pytest.raises(RuleError, match="no-helper-full"):
        made.pair(2, "陈姐", 9, 3, RULES, MONDAY)
    made.unpair(1, MONDAY)
    with pytest.raises(RuleError, match="no-not-paired"):
        made.unpair(1, MONDAY)


def test_helpers_and_households_belong_together_in_three_ways() -> None:
    assert [pairing(0, 0), pairing(1, 1), pairing(2, 1), pairing(1, 3)] == [
        None, Pairing.ONE_TO_ONE, Pairing.SEVERAL_TO_ONE, Pairing.ONE_TO_SEVERAL,
    ]  # fmt: skip


def paused(made: VisitPlan, reason: PauseReason, until: date | None, *, agreed: bool = True) -> Pause:
    """One person says so, and a second agrees."""
    pause = ask_for_pause(made.pauses, reason, 1, until, RULES.longest_pause, MONDAY, SHANGHAI)
    made.pauses.append(pause)
    if agreed:
        pause.agree(2, MONDAY)
    return pause


def test_a_pause_takes_two_people_and_ends_by_itself() -> None:
    made = plan()
    (this_week,) = made.give_due(WHOLE, SHANGHAI, MONDAY)
    pause = paused(made, PauseReason.HOSPITAL, date(2026, 11, 30), agreed=False)
    assert not made.is_paused_for(this_week, SHANGHAI)
    assert not made.is_away(MONDAY, SHANGHAI)
    with pytest.raises(RuleError, match="no-pause-second-yourself"):
        pause.agree(1, MONDAY)
    pause.agree(2, MONDAY)
    weeks = [this_week, *made.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=14))]
    assert [made.is_paused_for(one, SHANGHAI) for one in weeks] == [True, True, False]
    assert made.is_away(datetime(2026, 11, 30, 15, 59, tzinfo=UTC), SHANGHAI)
    assert not made.is_away(datetime(2026, 11, 30, 16, tzinfo=UTC), SHANGHAI)
    pause.come_back(datetime(2026, 11, 30, 16, tzinfo=UTC))
    assert made.pause is None
    assert [made.is_paused_for(one, SHANGHAI) for one in weeks] == [True, True, False]


def test_back_early_means_visited_again() -> None:
    made = plan()
    pause = paused(made, PauseReason.AWAY, date(2026, 12, 30))
    pause.come_back(MONDAY + timedelta(days=8))
    weeks = made.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=8))
    assert [made.is_paused_for(one, SHANGHAI) for one in weeks] == [True, False]
    with pytest.raises(RuleError, match="no-pause-over"):
        pause.come_back(MONDAY + timedelta(days=8))


@pytest.mark.parametrize(
    ("reason", "until", "key"),
    [
        (PauseReason.AWAY, None, "no-pause-without-end"),
        (PauseReason.AWAY, date(2026, 11, 15), "no-pause-past"),
        (PauseReason.AWAY, date(2027, 6, 1), "no-pause-too-long"),
        (PauseReason.MOVED, date(2026, 12, 1), "no-pause-for-good"),
    ],
)
def test_nobody_is_paused_without_an_end(reason: PauseReason, until: date | None, key: str) -> None:
    with pytest.raises(RuleError, match=key):
        paused(plan(), reason, until)


def test_one_pause_at_a_time_but_for_good_may_follow_any() -> None:
    made = plan()
    paused(made, PauseReason.HOSPITAL, date(2026, 11, 30))
    with pytest.raises(RuleError, match="no-paused-already"):
        paused(made, PauseReason.AWAY, date(2026, 12, 30))
    paused(made, PauseReason.DIED, None)
    with pytest.raises(RuleError, match="no-paused-already"):
        paused(made, PauseReason.MOVED, None)


def test_for_good_stops_a_plan_and_the_same_two_take_it_back_soon() -> None:
    made = plan()
    pause = paused(made, PauseReason.DIED, None)
    made.stop(MONDAY)
    assert made.give_due(WHOLE, SHANGHAI, MONDAY + timedelta(days=30)) == []
    for move in (
        lambda: made.prefer(1, time(9), MONDAY),
        lambda: made.follow(WEEKLY, WHOLE, SHANGHAI, MONDAY),
        lambda: made.stop(MONDAY),
        lambda: pause.come_back(MONDAY),
        lambda: pause.undo(3, MONDAY),
        lambda: pause.undo(1, MONDAY + timedelta(hours=3)),
    ):
        with pytest.raises(RuleError):
            move()
    assert not pause.undo(2, MONDAY)
    with pytest.raises(RuleError, match="no-pause-second-yourself"):
        pause.undo(2, MONDAY)
    assert pause.undo(1, MONDAY + timedelta(hours=2))
    made.go_on(WHOLE, SHANGHAI, MONDAY)
    assert made.next_at is not None


def test_a_programme_makes_its_plan() -> None:
    names = {"zh-CN": "看望"}
    weekly = plan_for(7, Programme("lonely", names, "paired", ("alone",), WEEKLY), SHANGHAI, MONDAY)
    assert (weekly.programme, weekly.rung, weekly.cadence) == ("lonely", "", WEEKLY)
    with pytest.raises(RuleError, match="no-plan-of-one-visit"):
        plan_for(7, Programme("sudden", names, "head", event="sudden"), SHANGHAI, MONDAY)
