"""What a household wishes of whoever comes: a woman, its own dialect, nobody from next door."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.domain.marks import WOMAN
from bot.domain.member import Member
from bot.domain.place import Place

STRANGER = "stranger"
"""不要邻居: who lives in the same building is not to come."""


def misfit(wishes: Collection[str], person: Member, home: Place, on: date) -> str | None:
    """Why this person should not go there, as the key of the answer they get; None where they may.

    A wish is WOMAN, STRANGER or the key of a language of the playbook; being a woman and languages are vouched for.
    """
    marks = {
        mark.kind
        for place in person.teams
        if person.in_team(place.team)
        for mark in place.marks
        if mark.holds(on)
    }
    if WOMAN in wishes and WOMAN not in marks:
        return "no-wish-woman"
    if STRANGER in wishes and home.building is not None and person.home.public == home.public:
        return "no-wish-neighbour"
    tongues = set(wishes) - {WOMAN, STRANGER}
    return "no-wish-tongue" if tongues and not tongues & marks else None
