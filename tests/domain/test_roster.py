"""How a roster differs from what is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.roster import Entry, Known, Roster, RosterState, Verdict, changed_fields, diff
from bot.rosters.rows import HouseholdRow

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
people = st.dictionaries(
    st.text("甲乙丙丁戊", min_size=1, max_size=2), st.tuples(st.sampled_from("ABC"), st.sampled_from("123"))
)
Sheet = dict[str, tuple[str, str]]


def _known(sheet: Sheet) -> list[Known]:
    each = enumerate(sheet.items(), 1)
    return [Known(n, 1, (name,), mark, (area,)) for n, (name, (area, mark)) in each]


def _entries(sheet: Sheet) -> list[Entry[str]]:
    return [Entry((name,), mark, (area,), name) for name, (area, mark) in sheet.items()]


@given(people)
def test_a_sheet_does_not_differ_from_itself(sheet: Sheet) -> None:
    assert diff(_known(sheet), _entries(sheet)) == []


@given(people, people)
def test_whoever_was_known_or_is_listed_is_told_of_once_or_is_the_same(old: Sheet, new: Sheet) -> None:
    found = diff(_known(old), _entries(new))
    said = {v: {d.entry.value for d in found if d.verdict is v and d.entry} for v in Verdict}
    covered = {area for area, _ in new.values()}
    gone = {list(old)[d.known.ref - 1] for d in found if d.verdict is Verdict.GONE and d.known}
    assert said[Verdict.NEW] == set(new) - set(old)
    assert said[Verdict.CHANGED] == {name for name in new.keys() & old.keys() if new[name][1] != old[name][1]}
    assert gone == {name for name in old.keys() - new.keys() if old[name][0] in covered}


def test_a_likely_match_waits_until_nobody_is_surer() -> None:
    known = [Known(1, 1, ("王芳 138", "王芳@绿"), "old", ("绿",))]
    other = Entry(("王芳 139",), "x", ("绿",), "other", likely=("王芳@绿",))
    sure = Entry(("王芳 138",), "old", ("绿",), "sure", likely=("王芳@绿",))
    assert [(d.verdict, d.entry.value) for d in diff(known, [other, sure]) if d.entry] == [
        (Verdict.NEW, "other")
    ]
    assert [d.verdict for d in diff(known, [other])] == [Verdict.CHANGED]


def test_who_comes_back_is_new_and_keeps_their_row() -> None:
    known = [Known(7, 3, ("甲",), "m", ("A",), left=True)]
    (found,) = diff(known, [Entry(("甲",), "m", ("A",), "甲")])
    assert (found.verdict, found.known) == (Verdict.NEW, known[0])
    assert diff(known, []) == []


def test_who_is_in_two_teams_is_not_gone_from_the_list_of_one() -> None:
    known = [Known(1, 1, ("甲",), "m", ("绿", "红"))]
    assert diff(known, [Entry(("乙",), "m", ("绿",), "乙")])[-1].verdict is Verdict.NEW


def test_what_changed_is_named() -> None:
    old = HouseholdRow(1, "源昌鑫海湾", "3号楼", "2", "501", "甲", ("13800000001",))
    new = HouseholdRow(9, "源昌鑫海湾", "3号楼", "2", "501", "甲", ("13800000002",), remark="好")
    assert changed_fields(old, new) == ("phones", "remark")


def test_it_is_applied_once_only_while_it_fits_and_taken_back_for_some_days() -> None:
    roster = Roster("名单.xlsx", NOW)
    roster.choose("households", NOW)
    roster.arrived(NOW)
    roster.compared(NOW)
    with pytest.raises(RuleError, match="no-roster-empty"):
        roster.apply(None, NOW)
    roster.new = 1
    with pytest.raises(RuleError, match="no-roster-outdated"):
        roster.apply(NOW, NOW)
    roster.apply(None, NOW)
    with pytest.raises(RuleError, match="no-roster-over"):
        roster.drop(NOW)
    roster.applied(timedelta(days=7), NOW)
    with pytest.raises(RuleError, match="no-roster-applied"):
        roster.apply(None, NOW)
    with pytest.raises(RuleError, match="no-roster-too-late"):
        roster.undo(NOW + timedelta(days=7, seconds=1))
    roster.undo(NOW + timedelta(days=7))
    roster.undone(NOW)
    assert roster.state is RosterState.UNDONE
