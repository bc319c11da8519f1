"""What a household wishes of whoever comes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.marks import WOMAN, Mark
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.visit.wishes import STRANGER, misfit
from tests.town import BUILDING, COMPOUND, MORNING, TEAM

HOME = Place(COMPOUND, BUILDING, "1", "501")
TODAY = MORNING.date()


def helper(*kinds: str, home: Place = Place(COMPOUND, "4号楼")) -> Member:  # noqa: B008 - frozen
    """Somebody of the team who is vouched for so."""
    person = Member(1, "陈姐")
    person.settle_at(home, MORNING)
    person.join(TEAM, MORNING).marks = tuple(Mark(kind, MORNING) for kind in kinds)
    return person


@pytest.mark.parametrize(
    ("wish", "who", "why"),
    [
        (WOMAN, helper(WOMAN), None),
        (WOMAN, helper("minnan"), "no-wish-woman"),
        ("minnan", helper("minnan"), None),
        ("minnan", helper(WOMAN), "no-wish-tongue"),
        (STRANGER, helper(), None),
        (STRANGER, helper(home=Place(COMPOUND, BUILDING, "2", "302")), "no-wish-neighbour"),
    ],
)
def test_a_woman_a_dialect_or_nobody_from_next_door_may_be_wished_for(
    wish: str, who: Member, why: str | None
) -> None:
    assert misfit({wish}, who, HOME, TODAY) == why
    assert misfit((), who, HOME, TODAY) is None


def test_whose_mark_has_run_out_is_not_vouched_for_any_more() -> None:
    person = helper()
    person.teams[0].marks = (Mark(WOMAN, MORNING, until=TODAY - timedelta(days=1)),)
    assert misfit({WOMAN}, person, HOME, TODAY) == "no-wish-woman"
