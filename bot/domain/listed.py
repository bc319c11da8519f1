"""A volunteer who is linked with a line of the roster: where the roster and what holds here differ.

A roster gives nobody a right and takes none away: what differs is put to a coordinator, who presses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.member import Member


class Differs(StrEnum):
    """In what."""

    LEADS = "leads"  # 队长 there, not here
    JOINS = "joins"  # in a team there, not here
    LEAVES = "leaves"  # not on the roster any more, and in a team here


@dataclass(frozen=True, slots=True)
class Listed:
    """What the roster says of a volunteer who is linked."""

    id: int
    member_id: int
    name: str
    teams: tuple[str, ...]
    leads: bool
    gone: bool


def differences(member: Member, listed: Listed) -> list[tuple[Differs, str]]:
    """Each with the team it is about."""
    if listed.gone:
        return [(Differs.LEAVES, team) for team in listed.teams if member.in_team(team)]
    found = []
    for team in listed.teams:
        place = member.in_team(team)
        if place is None:
            found.append((Differs.JOINS, team))
        elif listed.leads and not place.leads:
            found.append((Differs.LEADS, team))
    return found
