"""At the door, and nobody is to be visited: in hospital, or away for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import PAUSING, Outcome, Pause, PauseReason
from bot.services.visits.pausing import begin_pause
from bot.services.visits.visiting import look_again
from bot.storage.pauses import Pauses
from bot.storage.work import UnitOfWork

_REASONS = {Outcome.IN_HOSPITAL: PauseReason.HOSPITAL, Outcome.AWAY: PauseReason.AWAY}


async def report_absence(
    uow: UnitOfWork, visit_id: int, outcome: str, days: int, *, by: Member, now: datetime
) -> Pause:
    """住院了 or 出门住一阵, by who stands at the door: the first of two words. The visit waits and is not missed.

    Where somebody said so before, that word waits on. Raises RuleError when not theirs, and over.
    """
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    if outcome not in PAUSING:
        raise RuleError("no-stale-button")
    told = Outcome(outcome)
    visit.find_absent(told, by.id or 0, now)
    look_again(uow, visit)
    waits = [one for one in await Pauses(uow.session).of(visit.household_id) if one.waits]
    longest = uow.playbook.visits.longest_pause
    until = uow.playbook.day(now) + min(timedelta(days=max(1, days)), longest)
    pause = waits[0] if waits else None
    if pause is None:
        pause = await begin_pause(uow, visit.household_id, _REASONS[told], until, by=by, now=now)
    uow.touch(f"visit:{visit.id}")
    uow.touch(f"rounds:{by.id}")
    uow.record("visit_told", f"visit:{visit.id}", now=now, by=by.id)
    return pause
