"""How she was found: what a person says to end a search."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.visit.states import Outcome


class Found(StrEnum):
    """Only a person's word ends the ladder of danger."""

    PHONED = "phoned"  # 电话通了，她没事
    AT_HOME = "at_home"  # 在家，平安
    ELSEWHERE = "elsewhere"  # 在别处，平安
    IN_HOSPITAL = "in_hospital"
    HURT = "hurt"  # 受伤或病倒，已送医
    DIED = "died"


SAFE = frozenset({Found.PHONED, Found.AT_HOME, Found.ELSEWHERE})
"""She is well."""
_CONTACTS = {
    Found.PHONED: Outcome.PHONED,
    Found.AT_HOME: Outcome.MET,
    Found.ELSEWHERE: Outcome.PHONED,
    Found.IN_HOSPITAL: Outcome.PHONED,
    Found.HURT: Outcome.MET,
}


def contact_of(found: Found, *, seen: bool) -> Outcome | None:
    """What it counts for her plan. `seen`: by somebody who went there; the family's word alone is no visit."""
    contact = _CONTACTS.get(found)
    return Outcome.PHONED if contact is Outcome.MET and not seen else contact
