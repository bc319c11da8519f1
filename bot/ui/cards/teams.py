"""Cards about service teams: which to join, who wants in, who is in, whom to invite."""

from __future__ import annotations

from typing import Any

from bot.domain.member import Member, Role, Standing
from bot.domain.rights import Subject, Verb, may
from bot.storage.requests import Requests
from bot.storage.work import UnitOfWork
from bot.ui.buttons.people import OpenButton
from bot.ui.buttons.teams import (
    CrewButton,
    InviteButton,
    InviteTeamsButton,
    JoinButton,
    LetInButton,
    TurnAwayButton,
)
from bot.ui.cards.marks import mark_lines, mark_rows
from bot.ui.cards.status import place_line, team_name
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


async def teams(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """All teams, to ask to join one; ✓ a member, … asked."""
    member = await uow.members.get(ref)
    standing = {place.team: place.standing for place in member.teams}
    keys = [
        choice(
            team.title(reader.language),
            JoinButton(team.name),
            chosen=standing.get(team.name) in (Standing.ACTIVE, Standing.ASKED),
            mark="✓" if standing.get(team.name) is Standing.ACTIVE else "…",
        )
        for team in reader.playbook.teams
    ]
    return Screen(reader.words("teams-ask"), grid(keys, 2))


async def teammate(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One person's place in a team, to somebody who leads it: 同意 / 拒绝, then what is vouched for."""
    member, place = await Requests(uow.session).get(ref)
    leader = await _leads(uow, reader, place.team)
    if leader is None:
        return None
    args: dict[str, Any] = {"name": member.name, "team": team_name(place.team, reader)}
    if place.standing is Standing.ASKED:
        home = place_line(member.home.public, reader) or reader.words("home-unknown")
        yes, no = (
            reader.key("button-let-in", LetInButton(ref)),
            reader.key("button-turn-away", TurnAwayButton(ref)),
        )
        return Screen(reader.words("teammate-asks", home=home, **args), [[yes], [no]])
    by = await Requests(uow.session).decided_by(ref)
    decided: dict[str, Any] = {"by": by or "", "known": by is not None}
    if place.standing is Standing.LEFT:
        return Screen(reader.words("teammate-refused", **decided, **args))
    people = await uow.members.many([mark.by_id for mark in place.marks if mark.by_id is not None])
    lines = [reader.words("teammate", leads=place.leads, **decided, **args)]
    lines += mark_lines(place.marks, people, reader)
    lines.append(reader.words("teammate-vouch"))
    return Screen(Markup("\n".join(lines)), mark_rows(place, leader, reader))


async def crews(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The teams this person leads; all of them to a coordinator."""
    member = await uow.members.get(ref)
    led = [team for team in reader.playbook.teams if may(member, Verb.SEE_TEAM, Subject(team=team.name))]
    keys = [choice(team.title(reader.language), CrewButton(team.name)) for team in led]
    return Screen(reader.words("crews-ask"), grid(keys, 2)) if keys else None


async def invite(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whom to invite."""
    member = await uow.members.get(ref)
    if not may(member, Verb.INVITE_VOLUNTEER):
        return None
    rows = [
        [reader.key("button-coordinator", InviteButton(Role.COORDINATOR, None))]
        + (
            [reader.key("button-admin", InviteButton(Role.ADMIN, None))]
            if may(member, Verb.PROPOSE_ADMIN)
            else []
        ),
        [
            reader.key("button-volunteer", InviteTeamsButton(Role.VOLUNTEER)),
            reader.key("button-leader", InviteTeamsButton(Role.LEADER)),
        ],
    ]
    rows.append([reader.key("button-charges", OpenButton("charge_compounds"))])
    return Screen(reader.words("invite-ask"), rows)


async def invite_volunteer(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A volunteer of which team?"""
    return _invite_team("invite-volunteer-ask", Role.VOLUNTEER, reader)


async def invite_leader(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The leader of which team?"""
    return _invite_team("invite-leader-ask", Role.LEADER, reader)


def _invite_team(question: str, role: Role, reader: Reader) -> Screen:
    keys = [
        choice(team.title(reader.language), InviteButton(role, team.name)) for team in reader.playbook.teams
    ]
    return Screen(reader.words(question), grid(keys, 2))


async def _leads(uow: UnitOfWork, reader: Reader, team: str) -> Member | None:
    """The reader, where that team is theirs to look at."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member if member is not None and may(member, Verb.SEE_TEAM, Subject(team=team)) else None
