"""The share never looks better than it is, every visit counts once, and every line from paper is read or named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.month import first_of, month_of
from bot.domain.visit import Outcome, VisitState
from bot.domain.visit.coverage import Standing, Tally, share, standing_of, total
from bot.domain.visit.entering import read_entries

NOW = datetime(2026, 11, 20, tzinfo=UTC)
WORDS = {Outcome.MET: ["见到了", "见到"], Outcome.NO_ANSWER: ["没人应"], Outcome.PHONED: ["电话"]}


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_hundred_percent_is_said_only_where_nothing_is_missing(part: int, missing: int) -> None:
    whole = part + missing
    told = share(part, whole)
    assert (told == 100) == (missing == 0)
    assert 0 <= told <= 100
    assert missing == 0 or told * whole <= part * 100


@given(st.lists(st.sampled_from(list(Standing)), max_size=60))
def test_every_visit_is_counted_exactly_once(standings: list[Standing]) -> None:
    tally = Tally()
    for one in standings:
        tally.count(one, NOW, NOW, NOW)
    parts = tally.met + tally.phoned + tally.searched + tally.missed + tally.waiting
    assert parts == tally.due
    assert tally.due + tally.paused == len(standings)
    assert total([tally, Tally()]) == tally


def test_a_missed_visit_is_a_fact_and_a_stopped_one_is_nobodys() -> None:
    assert standing_of(VisitState.MISSED, Outcome.MET) is Standing.MISSED
    assert standing_of(VisitState.STOPPED, None) is None
    assert standing_of(VisitState.AWAITING, Outcome.AWAY) is Standing.PAUSED
    assert standing_of(VisitState.DONE, Outcome.NO_ANSWER) is Standing.SEARCHED
    assert standing_of(VisitState.DONE, Outcome.PHONED) is Standing.PHONED


def test_what_is_done_after_its_day_is_late_and_so_is_what_still_waits() -> None:
    tally = Tally()
    tally.count(Standing.MET, NOW, NOW + timedelta(hours=1), NOW)
    tally.count(Standing.WAITING, NOW, None, NOW + timedelta(hours=1))
    tally.count(Standing.MET, NOW, NOW, NOW)
    assert (tally.due, tally.late) == (3, 2)


@given(st.integers(2000 * 12, 2400 * 12))
def test_a_month_is_a_number_that_can_be_turned(month: int) -> None:
    assert month_of(first_of(month)) == month


def test_lines_from_paper_are_read_and_the_others_are_named_as_they_were_written() -> None:
    entries, wrong = read_entries(
        "12 见到了\n13没人应\n１４号：电话联系上了\n#15、見到了\n\n十六 见到了\n17\n18 哈哈\n19 见到了\n19 没人应",
        WORDS,
    )
    assert [(one.number, one.outcome) for one in entries] == [
        (12, Outcome.MET),
        (13, Outcome.NO_ANSWER),
        (14, Outcome.PHONED),
        (15, Outcome.MET),
    ]
    assert wrong == ["十六 见到了", "17", "18 哈哈", "19 见到了", "19 没人应"]


def test_a_visit_printed_before_its_window_opened_goes_by_its_plan_and_that_day() -> None:
    entries, wrong = read_entries("P12-0309 见到了\np７ · 0316：电话\nP12-0316 没人应\nP1-03 见到了", WORDS)
    assert [(one.label, one.outcome) for one in entries] == [
        ("P12-0309", Outcome.MET),
        ("P7-0316", Outcome.PHONED),
        ("P12-0316", Outcome.NO_ANSWER),
    ]
    assert wrong == ["P1-03 见到了"]


@given(st.text(max_size=300))
def test_no_line_is_ever_lost(text: str) -> None:
    entries, wrong = read_entries(text, WORDS)
    lines = [one.strip() for one in text.splitlines() if one.strip()]
    assert {one.line for one in entries} | set(wrong) == set(lines)
