"""Hours nobody has confirmed yet, and who may."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may
from bot.domain.service_time import Stint
from bot.domain.waiting import Wait, WaitKind
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork


async def confirmers_of(uow: UnitOfWork, team: str, stints: Iterable[Stint]) -> list[Member]:
    """The leaders who may confirm any of these hours of their team: nobody their own."""
    people = {one.member_id for one in stints}
    return [one for one in await uow.members.leaders_of(team) if people - {one.id}]


async def unconfirmed(uow: UnitOfWork, member: Member) -> list[Wait]:
    """Hours this person may confirm; of a team with a leader who may, they are that leader's."""
    teams = [one.name for one in uow.playbook.teams if may(member, Verb.CONFIRM_TIME, Subject(team=one.name))]
    stints = await ServiceTimes(uow.session).waiting(teams) if teams else []
    found = []
    for team in sorted({one.team for one in stints}):
        theirs = [one for one in stints if one.team == team]
        others = [one for one in theirs if one.member_id != member.id]
        leaders = await confirmers_of(uow, team, theirs)
        if others and (not leaders or any(one.id == member.id for one in leaders)):
            oldest = min(one.done_at for one in others)
            found.append(Wait(WaitKind.TIME, 0, oldest, str(len(others)), what=team, team=team))
    return found
