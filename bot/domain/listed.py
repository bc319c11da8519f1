"""A volunteer who is linked with a line of the roster: where the roster and what holds here differ.

A roster gives nobody a right and takes none away: what differs is put to a coordinator, who presses. What a roster never
said is no difference: who came into a team by a link or a press stays in it. Where somebody lives they say themselves:
where the roster has them elsewhere, they are asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.member import Member
from bot.domain.place import Place


class Differs(StrEnum):
    """In what."""

    LEADS = "leads"  # 队长 there, not here
    JOINS = "joins"  # in a team there, not here
    LEAVES = "leaves"  # not on the roster any more, and in a team here
    DROPS = "drops"  # not in that team there any more, and still here
    STEPS_DOWN = "steps"  # 队长 there before and no more, and still here


@dataclass(frozen=True, slots=True)
class Listed:
    """What the roster says of a volunteer who is linked."""

    id: int
    member_id: int
    name: str
    teams: tuple[str, ...]
    leads: bool
    gone: bool
    dropped: tuple[str, ...] = ()  # teams it named before
    led: bool = False  # it had them as 队长 before
    home: Place = field(default_factory=Place)  # the building it has them in


def differences(member: Member, listed: Listed) -> list[tuple[Differs, str]]:
    """Each with the team it is about."""
    if listed.gone:
        return [(Differs.LEAVES, team) for team in (*listed.teams, *listed.dropped) if member.in_team(team)]
    found = [(Differs.DROPS, team) for team in listed.dropped if member.in_team(team)]
    for team in listed.teams:
        place = member.in_team(team)
        if place is None:
            found.append((Differs.JOINS, team))
        elif listed.leads and not place.leads:
            found.append((Differs.LEADS, team))
        elif listed.led and place.leads:
            found.append((Differs.STEPS_DOWN, team))
    return found


def lives_elsewhere(member: Member, listed: Listed) -> bool:
    """Does the roster have them in another building than they said?"""
    home = listed.home
    return None not in (home.compound, home.building, member.building) and home != member.home.public
