"""How a building stands when everybody is asked whether they are safe."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.errors import RuleError
from bot.domain.notice.emergency import Roll, RollCall, Safety, Word, rolls
from bot.domain.place import Place

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
HERE, THERE = Place("小区", "1号楼"), Place("小区", "2号楼")


def said(member: int, home: str, word: Word, place: Place = HERE, household: int | None = None) -> Safety:
    """Somebody of that home."""
    return Safety(1, member, "", home, word, NOW, household, place.compound, place.building)


def test_a_home_in_which_one_needs_help_needs_help() -> None:
    each = rolls([said(1, "a", Word.SAFE, HERE, 1), said(2, "a", Word.HELP, HERE, 1)], {HERE: 3}, {})
    assert each[HERE] == Roll(known=3, heard=1, safe=0, help=1)
    assert each[HERE].unheard == 2


def test_where_no_list_is_people_are_counted() -> None:
    each = rolls([said(1, "a", Word.SAFE), said(2, "a", Word.SAFE)], {}, {HERE: 5, THERE: 2})
    assert each[HERE].unheard == 3
    assert each[THERE].unheard == 2


def test_who_is_on_no_list_never_hides_a_home_that_has_not_answered() -> None:
    each = rolls([said(1, "member:1", Word.SAFE)], {HERE: 1}, {HERE: 9})
    assert each[HERE].unheard == 1


def test_it_ends_once_and_not_before_it_is_called() -> None:
    roll = RollCall(1, NOW)
    with pytest.raises(RuleError, match="no-stale-button"):
        roll.end(NOW)
    roll.call(NOW)
    roll.end(NOW)
    with pytest.raises(RuleError, match="no-roll-over"):
        roll.end(NOW)
