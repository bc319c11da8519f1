"""Who could go in somebody's stead."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.marks import MAY_ENTER
from bot.domain.member import Member
from bot.domain.visit import Visit
from bot.domain.visit.wishes import misfit
from bot.storage.wishes import Wishes
from bot.storage.work import UnitOfWork


async def who_may_stand_in(uow: UnitOfWork, visit: Visit, *, now: datetime) -> list[Member]:
    """Helpers of the household first, then the team: who may enter homes, is whom they wish, and is there."""
    plan = await uow.visits.plan(visit.plan_id)
    programme = uow.playbook.visits.programme(visit.programme)
    helpers = [one.member_id for one in plan.helpers]
    paired = await uow.members.many(helpers) if helpers else {}
    team = await uow.members.in_team(programme.team) if programme and not programme.hidden else []
    known = {one.id: one for one in [*paired.values(), *team]}
    wishes = await Wishes(uow.session).of(visit.household_id)
    home, day = await uow.households.get(visit.household_id), uow.playbook.day(now)
    return [
        one
        for one in known.values()
        if visit.held_by(one.id) is None and _is_there(one, day)
        if misfit(wishes, one, home.place, day) is None
    ]


def _is_there(person: Member, day: date) -> bool:
    enters = any(place.has(MAY_ENTER, day) for place in person.teams if person.in_team(place.team))
    return enters and person.reachable and person.active and not person.resting
