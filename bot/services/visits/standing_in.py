"""请人代去: who holds a visit asks one other; until they say 好 the first still goes."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Visit
from bot.services.visits.listing import touch_rounds
from bot.services.visits.promising import claim_visit
from bot.storage.stand_ins import who_may_stand_in
from bot.storage.work import UnitOfWork


async def ask_stand_in(uow: UnitOfWork, visit_id: int, to_id: int, *, by: Member, now: datetime) -> Member:
    """Puts 好 / 去不了 to one person. Raises RuleError when not theirs, for who may not go, and when one is asked."""
    visit = await uow.visits.get(visit_id, lock=True)
    must(by, Verb.HOLD_VISIT, Subject(own=visit.held_by(by.id) is not None))
    person = next((one for one in await who_may_stand_in(uow, visit, now=now) if one.id == to_id), None)
    if person is None:
        raise RuleError("no-cannot-stand-in")
    hold = visit.hand_on(by.id or 0, to_id, person.name, now)
    await uow.numbered()
    uow.place(
        "stand_in", visit.id, person.telegram_id, subject=f"visit:{visit.id}", now=now,
        priority=Priority.ANSWER, round_=hold.id or 0,
    )  # fmt: skip
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_handed_on", f"visit:{visit.id}", now=now, by=by.id, of=to_id)
    return person


async def stand_in(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> datetime:
    """好: they go at the promised hour, or at the next there is; who asked is told and goes no more.

    Raises RuleError when not asked (any more).
    """
    visit = await uow.visits.get(visit_id, lock=True)
    asked = visit.asked(by.id)
    giver = visit.held_by(asked.instead_of) if asked else None
    if asked is None or giver is None:
        raise RuleError("no-visit-not-asked")
    at = max(now, giver.promised_at or visit.due_at)
    await claim_visit(uow, visit_id, min(at, visit.closes_at), by=by, now=now)
    await _tell_giver(uow, visit, giver.member_id, by, "visit-stood-in", now)
    return at


async def cannot_stand_in(uow: UnitOfWork, visit_id: int, *, by: Member, now: datetime) -> None:
    """去不了: who asked still goes, and is told. Raises RuleError when not asked (any more)."""
    visit = await uow.visits.get(visit_id, lock=True)
    hold = visit.decline(by.id or 0, now)
    await touch_rounds(uow, visit, by)
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_declined", f"visit:{visit.id}", now=now, by=by.id)
    if hold.instead_of is not None:
        await _tell_giver(uow, visit, hold.instead_of, by, "visit-not-stood-in", now)


async def _tell_giver(
    uow: UnitOfWork, visit: Visit, giver_id: int, by: Member, key: str, now: datetime
) -> None:
    giver = await uow.members.find(giver_id)
    if giver is not None and giver.reachable:
        uow.touch(f"rounds:{giver.id}")
        dedupe = f"{key}:{visit.id}:{giver_id}:{by.id}:{int(now.timestamp())}"
        uow.say(giver.telegram_id, key, dedupe=dedupe, now=now, name=by.name)
