"""有意见必到: who is discontented with how their matter went is not argued with in writing; somebody goes and listens."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.priority import Priority
from bot.domain.visit.arrival import may_be_visited
from bot.services.alerts import alert_coordinators
from bot.services.visits.arriving import ask_for_door, send_after
from bot.storage.arrivals import awaited, note_discontent, times_unsolved
from bot.storage.nearby import household_of
from bot.storage.work import UnitOfWork


async def hear_unsolved(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """没解决, once more. Asked before this time is recorded."""
    rule = uow.playbook.visits.discontent
    if rule.unsolved and rule.at_unsolved(1 + await times_unsolved(uow.session, case.id)):
        await go_and_listen(uow, case, now=now)


async def hear_stars(uow: UnitOfWork, case: Case, stars: int, *, now: datetime) -> None:
    """Few stars."""
    if uow.playbook.visits.discontent.at_stars(stars):
        await go_and_listen(uow, case, now=now)


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
    await _tell(uow, case, now)
    uow.record("discontent", f"case:{case.id}", now=now)
    return True


async def _home(uow: UnitOfWork, case: Case) -> int | None:
    """Where they live; for whom it was reported, where that is."""
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and case.proxy_id is None:
        return await household_of(uow, reporter)
    return await uow.households.at(case.place) if case.room else None


async def _tell(uow: UnitOfWork, case: Case, now: datetime) -> None:
    reporter = await uow.members.find(case.reporter_id)
    if reporter is not None and reporter.reachable:
        uow.say(
            reporter.telegram_id, "discontent-told", dedupe=f"discontent-told:{case.id}", now=now,
            subject=f"case:{case.id}", priority=Priority.ANSWER, no=case.number,
        )  # fmt: skip
