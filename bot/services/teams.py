"""Joining a service team, and being let in."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member, Standing, TeamPlace
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, may, must
from bot.services.consent import must_agree
from bot.storage.requests import Requests
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def ask_to_join(uow: UnitOfWork, member: Member, team: str, *, now: datetime, round_: int) -> bool:
    """The team's leaders and the coordinators are asked; False when there is nobody yet who could answer.

    `round_` tells this asking from an earlier one. Raises RuleError for an unknown team, a team they are in
    already, or one they asked already, and before they have agreed to what is stored.
    """
    if uow.playbook.team(team) is None:
        raise RuleError("no-such-team", team=team)
    must(member, Verb.ASK_TO_JOIN)
    must_agree(uow, member, now=now, round_=round_)
    place = member.ask_to_join(team, now)
    await uow.numbered()
    uow.touch(f"member:{member.id}")
    uow.record("team_asked", f"place:{place.id}", now=now, by=member.id)
    asked = await deciders(uow, team)
    for person in asked:
        _show_request(uow, person, member, place, now=now, round_=round_)
    return bool(asked)


async def deciders(uow: UnitOfWork, team: str) -> list[Member]:
    """Who may let somebody into a team, and can be written to: its leaders and the coordinators."""
    people = [*await uow.members.leaders_of(team), *await uow.members.reachable_coordinators()]
    return list({person.id: person for person in people}.values())


async def offer_requests(uow: UnitOfWork, decider: Member, *, now: datetime, round_: int) -> None:
    """Somebody new may decide: whoever waits to be let into a team of theirs is shown to them."""
    if not decider.reachable:
        return
    for member, place in await uow.members.asking():
        if may(decider, Verb.ANSWER_JOIN, Subject(team=place.team)) and member.id != decider.id:
            _show_request(uow, decider, member, place, now=now, round_=round_)


async def decide_join(
    uow: UnitOfWork, place_id: int, *, accept: bool, by: Member, now: datetime
) -> TeamPlace:
    """同意 or 拒绝. The first answer holds; the person who asked is told, and every card shows who answered.

    Raises RuleError for somebody who does not lead that team, and once it has been answered.
    """
    member, place = await Requests(uow.session).get(place_id)
    must(by, Verb.ANSWER_JOIN, Subject(team=place.team))
    if place.standing is not Standing.ASKED:
        first = await Requests(uow.session).decided_by(place_id)
        raise RuleError("no-already-answered", by=first or "", known=first is not None)
    if accept:
        member.join(place.team, now)
    else:
        member.leave(place.team, now)
    uow.touch(f"member:{member.id}")
    uow.touch(WAITING)
    uow.record("team_joined" if accept else "team_refused", f"place:{place_id}", now=now, by=by.id)
    if member.reachable:
        key = "join-accepted" if accept else "join-refused"
        team = _names(uow, place.team)
        uow.say(
            member.telegram_id, key, dedupe=f"join:{place_id}:{member.version}", now=now, menu=True, team=team
        )
    return place


async def must_see(uow: UnitOfWork, place_id: int, *, by: Member, now: datetime) -> Member:
    """Whose place in a team that is, to show it. Raises RuleError for somebody who does not lead the team."""
    member, place = await Requests(uow.session).get(place_id)
    must(by, Verb.SEE_TEAM, Subject(team=place.team))
    uow.looked("teammate", f"member:{member.id}", by=by.id, now=now)
    return member


def _show_request(
    uow: UnitOfWork, decider: Member, member: Member, place: TeamPlace, *, now: datetime, round_: int
) -> None:
    uow.place(
        "teammate",
        place.id,
        decider.telegram_id,
        now=now,
        subject=f"member:{member.id}",
        priority=Priority.CARD,
        round_=round_,
    )


def _names(uow: UnitOfWork, team: str) -> dict[str, str] | str:
    """The team's name in every language, for words that are said in the reader's."""
    found = uow.playbook.team(team)
    return dict(found.names) if found else team
