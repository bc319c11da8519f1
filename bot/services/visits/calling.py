"""The phone call after a missed visit: taken, made, and never left lying."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.domain.visit import Outcome
from bot.domain.visit.asking import is_daytime
from bot.services.visits.listing import want_calls
from bot.storage.calls import CALLS, Calls
from bot.storage.work import UnitOfWork

_NOON = 12


async def take_call(uow: UnitOfWork, call_id: int, *, by: Member, now: datetime) -> None:
    """我来打. Raises RuleError without the right, when somebody has it, and when over."""
    must(by, Verb.CALL_AFTER)
    call = await Calls(uow.session).get(call_id)
    call.take(by.id or 0, by.name, now)
    uow.looked("call", f"household:{call.household_id}", by=by.id, now=now)
    uow.place(
        "call", call_id, by.telegram_id, subject=CALLS, now=now,
        priority=Priority.ANSWER, round_=int(now.timestamp()),
    )  # fmt: skip
    uow.touch(CALLS)


async def finish_call(uow: UnitOfWork, call_id: int, *, reached: bool, by: Member, now: datetime) -> None:
    """打通了 is a contact; 我打不了 gives it back to all. Raises RuleError when not theirs."""
    must(by, Verb.CALL_AFTER)
    call = await Calls(uow.session).get(call_id)
    if reached:
        call.finish(by.id or 0, True, None, now)
        visit = await uow.visits.get(call.visit_id)
        (await uow.visits.plan(visit.plan_id, lock=True)).note(Outcome.PHONED, now)
    else:
        call.give_back(by.id or 0, now)
    uow.record("call_done" if reached else "call_back", f"visit:{call.visit_id}", now=now, by=by.id)
    uow.touch(CALLS)


async def chase_calls(uow: UnitOfWork, *, now: datetime) -> None:
    """By day: who took a call and fell silent has it no more; what is overdue is on every coordinator's list again.

    Twice a day, as part of the lists they have anyway, until somebody has phoned.
    """
    calls = Calls(uow.session)
    if not is_daytime(now, uow.playbook.zone):
        return
    for call in await calls.silent(now):
        uow.record("call_lapsed", f"visit:{call.visit_id}", now=now, of=call.owner_id)
        call.lapse(now)
        uow.touch(CALLS)
    half = "am" if now.astimezone(uow.playbook.zone).hour < _NOON else "pm"
    if await calls.overdue(now) and await uow.occurrences.first(f"calls:{uow.playbook.day(now)}:{half}", now):
        await want_calls(uow, now=now)
