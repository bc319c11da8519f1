"""Who stands on the rungs of a visit's ladder."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime

from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.playbook import Programme, Rung, Who
from bot.domain.visit import Candidate, Visit, VisitPlan, still_to_ask
from bot.domain.visit.wishes import misfit
from bot.services.visits.pairing import may_enter
from bot.storage.charges import Charges
from bot.storage.work import UnitOfWork

OnRung = Callable[[Rung], Awaitable[list[Member]]]
"""Who stands on a rung of one visit's ladder."""
_ASKED_AS_WISHED = (Who.PAIRED, Who.TEAM, Who.LEADER)
"""Volunteers; the family and those whose office it is come all the same."""


async def standing_on(
    visit: Visit, rungs: Sequence[Rung], people_on: OnRung
) -> tuple[dict[str, list[Member]], dict[str, list[Candidate]]]:
    """Who stands on the rungs, from the visit's own up to the first on which somebody is left to ask."""
    people: dict[str, list[Member]] = {}
    standing: dict[str, list[Candidate]] = {}
    for rung in rungs[min(visit.rung, len(rungs) - 1) :]:
        found = people[rung.key] = await people_on(rung)
        standing[rung.key] = [
            Candidate(one.id or 0, one.resting, one.reachable and one.active) for one in found
        ]
        if still_to_ask(standing[rung.key], visit.tried):
            break
    return people, standing


async def helpers_of(uow: UnitOfWork, plans: Collection[VisitPlan]) -> dict[int, Member]:
    """Everybody who is paired with one of these households."""
    numbers = {one.member_id for plan in plans for one in plan.helpers}
    return await uow.members.many(numbers) if numbers else {}


class Rungs:
    """Who stands on the rungs of this transaction's visits; helpers, whole teams and the office are read once."""

    def __init__(
        self,
        uow: UnitOfWork,
        wishes: Mapping[int, tuple[str, ...]],
        helpers: Mapping[int, Member],
        now: datetime,
    ) -> None:
        self._uow, self._wishes, self._helpers, self._now = uow, wishes, helpers, now
        self._places: dict[int, Place] = {}
        self._read: dict[tuple[Who, str | None], list[Member]] = {}

    def of(self, visit: Visit, plan: VisitPlan, programme: Programme) -> OnRung:
        """The people of one visit's rungs."""

        async def people(rung: Rung) -> list[Member]:
            if rung.who in (Who.TEAM, Who.LEADER, Who.COORDINATOR):
                found = await self._many(rung.who, programme.team)
            elif rung.who is Who.PAIRED:
                helpers = [self._helpers.get(one.member_id) for one in plan.helpers]
                found = [one for one in helpers if one is not None]
            else:
                ids = await self._ids(visit, rung)
                known = await self._uow.members.many(ids) if ids else {}
                found = [known[number] for number in ids if number in known]
            return await self._wished(visit, found) if rung.who in _ASKED_AS_WISHED else found

        return people

    async def _wished(self, visit: Visit, people: list[Member]) -> list[Member]:
        """Those of them whom the household would like to see."""
        wishes = self._wishes.get(visit.household_id)
        if not wishes or not people:
            return people
        place, day = await self._place(visit.household_id), self._uow.playbook.day(self._now)
        return [one for one in people if misfit(wishes, one, place, day) is None]

    async def _many(self, who: Who, team: str | None) -> list[Member]:
        if (who, team) not in self._read:
            members = self._uow.members
            if who is Who.COORDINATOR:
                found = await members.reachable_coordinators()
            elif who is Who.LEADER:
                found = await members.leaders_of(team)
            else:
                found = [one for one in await members.in_team(team) if may_enter(self._uow, one, self._now)]
            self._read[who, team] = found
        return self._read[who, team]

    async def _ids(self, visit: Visit, rung: Rung) -> list[int]:
        uow = self._uow
        if rung.who is Who.FAMILY:
            return [link.family_id for link in await uow.kin.family_of(household_id=visit.household_id)]
        held = await Charges(uow.session).at(await self._place(visit.household_id))
        here = [one for one in held if (one.building is None) is rung.whole_compound]
        return [one.member_id for one in here if one.duty == rung.charge and one.member_id]

    async def _place(self, household_id: int) -> Place:
        if household_id not in self._places:
            [home] = await self._uow.households.many([household_id])
            self._places[household_id] = home.place
        return self._places[household_id]
