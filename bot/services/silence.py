"""What happens while the resident does not answer: two reminders, then an end that is counted as silence."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import Case
from bot.domain.playbook import Limits
from bot.domain.priority import Priority
from bot.services.climbing import in_hours
from bot.services.following import tell_followers
from bot.services.results import ask_reporter
from bot.services.telling import ask_to_tell
from bot.storage.work import UnitOfWork


async def remind_reporters(uow: UnitOfWork, *, now: datetime) -> None:
    """Days 3 and 6: asked once more; day 7: ended as unconfirmed. Each once, and not by night."""
    limits = uow.playbook.limits
    if not in_hours(uow.playbook, now):
        return
    first = min((*limits.confirm_reminder_days, limits.unconfirmed_after.days))
    for case in await uow.cases.waiting_for_reporter(now - timedelta(days=first)):
        if case.proposed_at is not None and now - case.proposed_at >= limits.unconfirmed_after:
            await _close(uow, case, now)
        elif is_reminder_due(case, limits, now):
            case.reminded_at = case.changed_at = now
            uow.record("reminded", f"case:{case.id}", now=now)
            await ask_reporter(uow, case, now=now, priority=Priority.REMINDER)


def is_reminder_due(case: Case, limits: Limits, now: datetime) -> bool:
    """No reminder since the latest day on which one was due? One makes up for all that were missed."""
    if case.proposed_at is None:
        return False
    days = (case.proposed_at + timedelta(days=day) for day in limits.confirm_reminder_days)
    passed = [day for day in days if day <= now]
    return bool(passed) and (case.reminded_at is None or case.reminded_at < max(passed))


async def _close(uow: UnitOfWork, case: Case, now: datetime) -> None:
    case.close_unconfirmed(now)
    uow.touch_case(case)
    uow.record("unconfirmed", f"case:{case.id}", now=now)
    await tell_followers(uow, case, "result-unconfirmed", now=now)
    await ask_to_tell(uow, case, now=now)
