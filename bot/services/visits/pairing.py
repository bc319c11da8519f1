"""结对: who looks after which household, said by a coordinator."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.marks import MAY_ENTER
from bot.domain.member import Member
from bot.domain.playbook import Who
from bot.domain.rights import Verb, must
from bot.domain.visit import VisitPlan
from bot.services.visits.wishing import must_fit
from bot.storage.care import CARE
from bot.storage.work import UnitOfWork


async def pair_helper(
    uow: UnitOfWork, household_id: int, member_id: int, *, by: Member, now: datetime
) -> Member:
    """结对, in every plan of the household that paired helpers look after; they are told.

    Raises RuleError without the right, for who may not enter homes, is not whom they wish or cannot be reached,
    is paired already or has as many households as a helper takes on, and where no plan is for helpers.
    """
    must(by, Verb.PLAN_VISITS)
    helper = await uow.members.get(member_id)
    if not helper.reachable:
        raise RuleError("no-cannot-reach", name=helper.name)
    if not may_enter(uow, helper, now):
        raise RuleError("no-needs-entry")
    await must_fit(uow, household_id, helper, now)
    plans = [one for one in await _plans(uow, household_id) if not one.is_helper(helper.id)]
    if not plans:
        raise RuleError("no-paired-already", name=helper.name)
    households = await uow.visits.households_of(helper.id)
    for plan in plans:
        plan.pair(helper.id or 0, helper.name, by.id or 0, households, uow.playbook.visits, now)
    uow.say(
        helper.telegram_id,
        "paired-told",
        dedupe=f"paired:{plans[0].id}:{helper.id}:{int(now.timestamp())}",
        now=now,
    )
    uow.touch(CARE)
    uow.record("paired", f"household:{household_id}", now=now, by=by.id, helper=helper.id)
    return helper


async def unpair_helper(
    uow: UnitOfWork, household_id: int, member_id: int, *, by: Member, now: datetime
) -> None:
    """No longer paired. Raises RuleError without the right, and when they were not."""
    must(by, Verb.PLAN_VISITS)
    plans = [one for one in await uow.visits.plans_of(household_id) if one.is_helper(member_id)]
    if not plans:
        raise RuleError("no-not-paired")
    for plan in plans:
        plan.unpair(member_id, now)
    uow.touch(CARE)
    uow.record("unpaired", f"household:{household_id}", now=now, by=by.id, helper=member_id)


def may_enter(uow: UnitOfWork, member: Member, now: datetime) -> bool:
    """Has a coordinator or leader marked them 可入户, good today?"""
    return member.marked(MAY_ENTER, uow.playbook.day(now))


async def _plans(uow: UnitOfWork, household_id: int) -> list[VisitPlan]:
    """The household's plans whose ladder begins with its own helpers."""
    visits, found = uow.playbook.visits, []
    for plan in await uow.visits.plans_of(household_id):
        programme = visits.programme(plan.programme)
        rungs = visits.rungs_for(programme, plan.rung) if programme else ()
        if plan.stopped_at is None and any(rung.who is Who.PAIRED for rung in rungs):
            found.append(plan)
    if not found:
        raise RuleError("no-plan-for-helpers")
    return found
