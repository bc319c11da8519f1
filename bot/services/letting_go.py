"""Whoever may not act any more hands back first what they hold and what they were asked, while they still may."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.member import Member
from bot.services.asking import refuse_asking
from bot.services.claims import release_task
from bot.services.kin_asking import hand_back_asking
from bot.services.taking import release_alarm
from bot.services.visits.calling import finish_call
from bot.services.visits.lone import let_go_of_watches
from bot.services.visits.promising import hand_back_visit
from bot.services.visits.searching import let_go_of_searches
from bot.storage.calls import Calls
from bot.storage.care import CARE
from bot.storage.work import UnitOfWork


async def let_go_of_everything(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """What they do as a volunteer, and the dangers, calls and doors that were theirs; others are asked at once."""
    await stop_helping(uow, member, now=now)
    for alarm in await uow.alarms.taken_before(now + timedelta(seconds=1)):
        if alarm.taken_by == member.id:
            await release_alarm(uow, alarm.id or 0, member, now=now)
    for call in await Calls(uow.session).taken_by(member.id):
        await finish_call(uow, call.id or 0, reached=False, by=member, now=now)
    await let_go_of_searches(uow, member, now=now)
    await let_go_of_watches(uow, member, now=now)


async def stop_helping(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """Tasks and visits they hold or were asked about, and old people they were sent to."""
    for task in await uow.tasks.held_by(member.id):
        await release_task(uow, task.id or 0, member, now=now)
    for task in await uow.tasks.asked_of(member.id):
        await refuse_asking(uow, task.id or 0, member, now=now)
    for visit in await uow.visits.held_by(member.id):
        if visit.held_by(member.id):
            await hand_back_visit(uow, visit.id or 0, by=member, now=now)
        else:
            visit.decline(member.id or 0, now)
            uow.touch(f"visit:{visit.id}")
    for link in await uow.kin.sent_to(member.id):
        await hand_back_asking(uow, link.id or 0, by=member, now=now)


async def end_pairings(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """They are asked about no household any more."""
    for plan in await uow.visits.helped_by(member.id):
        plan.unpair(member.id or 0, now)
        uow.touch(CARE)
