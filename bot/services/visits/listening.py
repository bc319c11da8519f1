"""有意见必到: who is discontented with how their matter went is not argued with in writing; somebody goes and listens."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.priority import Priority
from bot.domain.visit.arrival import may_be_visited
from bot.services.alerts import alert_coordinators
from bot.services.visits.arriving import ask_for_door, send_after
from bot.services.visits.beginning import finish_plan
from bot.storage.arrivals import awaited, forget_discontent, note_discontent, times_unsolved
from bot.storage.nearby import household_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def hear_unsolved(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """没解决, once more. Asked before this time is recorded."""
    rule = uow.playbook.visits.discontent
    if rule.unsolved and rule.at_unsolved(1 + await times_unsolved(uow.session, case.id)):
        await go_and_listen(uow, case, now=now)


async def hear_stars(uow: UnitOfWork, case: Case, before: int | None, *, now: datetime) -> None:
    """Few stars; or more than `before`, when those were a wrong press."""
    rule = uow.playbook.visits.discontent
    if rule.at_stars(case.stars or 0):
        await go_and_listen(uow, case, now=now)
    elif before is not None and rule.at_stars(before):
        await _call_off(uow, case, now)


async def _call_off(uow: UnitOfWork, case: Case, now: datetime) -> None:
    """Nobody need come, unless somebody has said they would, or it was not the stars alone."""
    rule, home = uow.playbook.visits.discontent, await _home(uow, case)
    if rule.at_unsolved(await times_unsolved(uow.session, case.id)):
        return
    event = uow.playbook.visits.discontent_event
    plans = await uow.visits.plans_of(home) if home is not None else []
    running = [one for one in plans if one.event == event and one.stopped_at is None]
    visits = [visit for plan in running for visit in await uow.visits.waiting_of(plan.id)]
    if any(visit.active or not visit.is_waiting for visit in visits):
        return
    if not await forget_discontent(uow, case.id):
        return
    for plan in running:
        await finish_plan(uow, plan, by=None, now=now)
    uow.touch(WAITING)
    uow.touch(f"case:{case.id}")
    await _tell(uow, case, now, "discontent-off")


async def hear_dispute(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """我有意见. Raises RuleError unless the case was declined, the second time, and where the playbook sends nobody."""
    if not uow.playbook.visits.discontent.declined:
        raise RuleError("no-stale-button")
    case.dispute(now)
    if not await go_and_listen(uow, case, now=now):
        raise RuleError("no-heard-already")


async def go_and_listen(uow: UnitOfWork, case: Case, *, now: datetime) -> bool:
    """Somebody goes to who reported it, and they are told so; where their door is not known a coordinator finds it.

    Once for one matter; False after that, and where nobody may be sent.
    """
    if not may_be_visited(case, uow.playbook) or await awaited(uow, case) is not None:
        return False
    if not await note_discontent(uow, case.id, now):
        return False
    arrival = await awaited(uow, case)
    if arrival is None:
        return False
    home = await _home(uow, case)
    if home is None:
        await ask_for_door(uow, case, now)
    else:
        await send_after(uow, arrival, home, None, now)
        await alert_coordinators(
            uow, "alert-discontent", dedupe=f"discontent:{case.id}", now=now, subject=f"case:{case.id}",
            no=case.number,
        )  # fmt: skip
    await _tell(uow, case, now, "discontent-told")
    uow.record("discontent", f"case:{case.id}", now=now)
    return True


async def _home(uow: UnitOfWork, case: Case) -> int | None:
    """Where they live; for whom it was reported, where that is."""
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and case.proxy_id is None:
        return await household_of(uow, reporter)
    return await uow.households.at(case.place) if case.room else None


async def _tell(uow: UnitOfWork, case: Case, now: datetime, key: str) -> None:
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and reporter.reachable:
        uow.say(
            reporter.telegram_id, key, dedupe=f"{key}:{case.id}:{int(now.timestamp())}", now=now,
            subject=f"case:{case.id}", priority=Priority.ANSWER, no=case.number,
        )  # fmt: skip
