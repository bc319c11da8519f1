"""Marks: what is vouched for, by whom, and until when."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given as always
from hypothesis import strategies as st

from bot.domain.marks import CERTIFIED, KINDS, MAY_ENTER, Mark, given, lacking, marked, without
from bot.domain.playbook import Needs
from tests.town import MORNING, PLAYBOOK

DAY = date(2026, 3, 4)
kinds = st.sampled_from([*KINDS, "minnan"])


def test_a_mark_holds_on_its_last_day_and_not_on_the_next() -> None:
    mark = Mark(CERTIFIED, MORNING, until=DAY)
    assert mark.holds(DAY)
    assert not mark.holds(DAY + timedelta(days=1))
    assert lacking([CERTIFIED], [mark], DAY + timedelta(days=1)) == CERTIFIED


def test_a_newer_mark_takes_the_place_of_the_older_one() -> None:
    old, new = Mark(CERTIFIED, MORNING, 1, DAY), Mark(CERTIFIED, MORNING, 2)
    assert given([old, Mark(MAY_ENTER, MORNING)], new) == (Mark(MAY_ENTER, MORNING), new)


def test_what_a_category_needs_is_said_as_marks() -> None:
    assert Needs(certified=True, strength=True, language="minnan").marks == ("certified", "strong", "minnan")
    assert Needs(pair=True).marks == ()
    carrying = PLAYBOOK.category("carry")
    assert carrying is not None
    assert carrying.needs.marks == ("strong",)


def test_a_language_is_known_by_what_rosters_call_it() -> None:
    for said in ("闽南话", "閩南話", "闽南语", "Hokkien", " hokkien "):
        found = PLAYBOOK.tongue_called(said)
        assert found is not None
        assert found.key == "minnan"
    assert PLAYBOOK.tongue_called("火星语") is None


@always(st.lists(kinds), st.lists(kinds))
def test_nothing_is_lacking_exactly_where_every_need_is_marked(has: list[str], needs: list[str]) -> None:
    marks: tuple[Mark, ...] = ()
    for kind in has:
        marks = given(marks, Mark(kind, MORNING))
    assert len(marks) == len(set(has))
    assert (lacking(needs, marks, DAY) is None) is (set(needs) <= set(has))
    for kind in has:
        assert marked(without(marks, kind), kind) is None
