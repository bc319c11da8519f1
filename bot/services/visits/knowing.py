"""Who may go: who is asked or in the team and may enter homes; whose office, post or family it is comes all the same."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Visit
from bot.services.visits.pairing import may_enter
from bot.services.visits.wishing import unmet
from bot.storage.charges import Charges
from bot.storage.visit_lists import VisitLists
from bot.storage.work import UnitOfWork


async def must_be_asked(uow: UnitOfWork, visit: Visit, by: Member, *, now: datetime) -> None:
    """Raises RuleError for who was not asked and is not in the team, may not enter homes, or is not whom they wish."""
    programme = uow.playbook.visits.programme(visit.programme)
    asked = visit.asked(by.id) is not None or await VisitLists(uow.session).concerns(visit, by.id)
    team = programme.team if programme and not programme.hidden else None
    must(by, Verb.VISIT, Subject(own=asked, team=team))
    reason: str | None = "no-needs-entry"
    if not (programme and programme.needs.home_entry) or may_enter(uow, by, now):
        reason = await unmet(uow, visit.household_id, by, now)
    if reason and not await is_known(uow, visit, by):
        raise RuleError(reason)


async def is_known(uow: UnitOfWork, visit: Visit, by: Member) -> bool:
    """Whose office or post it is to go, or whose family they are."""
    if by.coordinates or by.wards or await _holds_post(uow, visit, by):
        return True
    links = await uow.kin.family_of(household_id=visit.household_id)
    return any(link.family_id == by.id for link in links)


async def _holds_post(uow: UnitOfWork, visit: Visit, by: Member) -> bool:
    """Has a coordinator named them there for a duty such visits are made by: 党小组长, 支部书记, 居委会?"""
    visits = uow.playbook.visits
    programme = visits.programme(visit.programme)
    duties = {rung.charge for rung in visits.rungs_for(programme, visit.rung_from)} if programme else set()
    held = [one for one in await Charges(uow.session).of(by.id) if one.duty in duties]
    if not held:
        return False
    [home] = await uow.households.many([visit.household_id])
    return any(
        one.compound == home.place.compound and one.building in (None, home.place.building) for one in held
    )
