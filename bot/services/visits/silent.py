"""没人应: danger, and the search begins; or, where only a notice was to be left and nobody lives alone, a fact."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Unanswered
from bot.services.visits.listing import touch_rounds
from bot.services.visits.lone import end_with_visit
from bot.services.visits.opening import open_search
from bot.services.visits.telling import is_harmless, show_reach
from bot.storage.work import UnitOfWork


async def nobody_opens(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> Unanswered | None:
    """What was begun; None where nothing has to be. Raises RuleError when the visit is not theirs, and when it is over."""
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    if not visit.is_waiting or not await is_harmless(uow, visit):
        return await open_search(uow, visit_id, by=by, now=now)
    visit.leave_silent(by.id or 0, now)
    visit.next_at = None
    await end_with_visit(uow, visit, by, now)
    await touch_rounds(uow, visit, by)
    show_reach(uow, visit)
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_silent", f"visit:{visit.id}", now=now, by=by.id)
    return None
