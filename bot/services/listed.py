"""A new roster says something else of people who are linked: a coordinator is shown it, and presses."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.door import door_number
from bot.domain.errors import RuleError
from bot.domain.listed import Differs, Listed, differences, lives_elsewhere
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.role import Role
from bot.services.homes import settle_home
from bot.storage.listed import ListedPeople
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def note_volunteers(uow: UnitOfWork, numbers: Collection[int], *, now: datetime) -> None:
    """These lines of a roster are new, changed or gone, or somebody was linked with them just now."""
    people = _people(uow)
    listed = await people.linked(numbers)
    members = await uow.members.many([one.member_id for one in listed]) if listed else {}
    for one in listed:
        await _ask_home(uow, members[one.member_id], one, now)
    differ = [one.id for one in listed if _of(uow, members[one.member_id], one)]
    if differ:
        await people.ask(differ, now)
        uow.touch(WAITING)


async def note_doors(uow: UnitOfWork, dwellers: Collection[int], *, now: datetime) -> None:
    """These people are on the roster no more: who is linked to a door where nobody is left may have moved."""
    await _people(uow).ask_of_doors(dwellers, now)
    uow.touch(WAITING)


async def follow_list(
    uow: UnitOfWork, number: int, differs: str, team: str, by: Member, *, now: datetime
) -> None:
    """One press: it is as the roster says. Raises RuleError without the right, and for what differs no more."""
    must(by, Verb.IMPORT)
    listed = await _people(uow).get(number)
    member = await uow.members.get(listed.member_id)
    if (differs, team) not in [(str(what), whose) for what, whose in _of(uow, member, listed)]:
        raise RuleError("no-listed-over")
    if differs == Differs.LEADS:
        must(by, Verb.INVITE_LEADER)
        _tell(uow, member, "listed-leads-now", team, now)
    must(by, Verb.ANSWER_JOIN, Subject(team=team))
    if differs in (Differs.LEAVES, Differs.DROPS):
        _leave(member, team, now)
        _tell(uow, member, "listed-left-now" if listed.gone else "listed-dropped-now", team, now)
    elif differs == Differs.STEPS_DOWN:
        must(by, Verb.REVOKE)
        member.step_down(team, now)
        _tell(uow, member, "listed-steps-now", team, now)
    else:
        member.join(team, now, leads=differs == Differs.LEADS)
    if differs == Differs.JOINS:
        _tell(uow, member, "join-accepted", team, now)
    if not _of(uow, member, listed):
        await _people(uow).settle(number)
    uow.record(f"listed_{differs}", f"member:{member.id}", now=now, by=by.id, team=team)
    _changed(uow, f"listed:{number}", member)


async def keep_as_is(uow: UnitOfWork, number: int, by: Member, *, now: datetime) -> None:
    """先这样: asked again only when the roster says something else again. Raises RuleError as `follow_list` does."""
    must(by, Verb.IMPORT)
    listed = await _people(uow).get(number)
    await _people(uow).settle(number)
    uow.record("listed_kept", f"member:{listed.member_id}", now=now, by=by.id)
    uow.touch(f"listed:{number}")
    uow.touch(WAITING)


async def settle_door(uow: UnitOfWork, number: int, by: Member, *, moved: bool, now: datetime) -> None:
    """搬走了: the link ends and where they live is asked anew; or 还住这里. Raises RuleError without the right, or over."""
    must(by, Verb.HOUSEHOLD)
    link = await _people(uow).link(number)
    member = await uow.members.get(link.member_id)
    link.asks_at, link.changed_at = None, now
    if moved:
        link.ended_at = now
        home = await uow.households.get(link.household_id)
        if member.home.public == home.place.public:
            member.unit = member.room = None
            member.changed_at = now
        if member.reachable:
            dedupe = f"listed-moved:{link.id}:{int(now.timestamp())}"
            uow.say(member.telegram_id, "listed-moved", dedupe=dedupe, now=now)
    uow.record("listed_moved" if moved else "listed_stays", f"member:{member.id}", now=now, by=by.id)
    _changed(uow, f"moved:{number}", member)


async def _ask_home(uow: UnitOfWork, member: Member, listed: Listed, now: datetime) -> None:
    """The list has them in another building: they are asked once. Where they said nothing yet, that is their home."""
    if (
        uow.playbook.building(listed.home.compound, listed.home.building) is None
        or listed.gone
        or not member.active
    ):
        return
    if member.building is None:
        await settle_home(uow, member, listed.home, now=now)
    elif lives_elsewhere(member, listed) and member.reachable and await _people(uow).ask_home(listed):
        subject, door = f"member:{member.id}", door_number(listed.home)
        uow.place(
            "listed_home", door, member.telegram_id, subject=subject, now=now, round_=int(now.timestamp())
        )


def _people(uow: UnitOfWork) -> ListedPeople:
    return ListedPeople(uow.session, uow.keychain)


def _of(uow: UnitOfWork, member: Member, listed: Listed) -> list[tuple[Differs, str]]:
    return [one for one in differences(member, listed) if uow.playbook.team(one[1]) is not None]


def _leave(member: Member, team: str, now: datetime) -> None:
    """Out of the team, and without the hats that went with it."""
    member.leave(team, now)
    if not member.volunteers and Role.VOLUNTEER in member.roles:
        member.lose(Role.VOLUNTEER, now)
    elif Role.LEADER in member.roles and not any(place.leads for place in member.teams):
        member.lose(Role.LEADER, now)


def _tell(uow: UnitOfWork, member: Member, key: str, team: str, now: datetime) -> None:
    found = uow.playbook.team(team)
    if member.reachable:
        dedupe = f"{key}:{member.id}:{team}:{int(now.timestamp())}"
        named = dict(found.names) if found else team
        uow.say(member.telegram_id, key, dedupe=dedupe, now=now, menu=True, team=named)


def _changed(uow: UnitOfWork, subject: str, member: Member) -> None:
    uow.touch(subject)
    uow.touch(f"member:{member.id}")
    uow.touch(WAITING)
