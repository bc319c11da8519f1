"""What had not gone out when a backup was made may have gone out since: nothing of it is sent by surprise.

Posts become `unknown`, which a person settles; what could not have been sent before now stays; what takes a message
back stays too, because to do it twice is harmless. A card that was not put up yet waits for a person in the same way;
one that hangs somewhere is brought up to date, which repeats nothing. What people had said to us, and was not dealt with
yet, was dealt with since, or was not: it counts as dead, and a person has it tried again, or not.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.engine import CursorResult

from bot.storage.inbox import reference_of
from bot.storage.machinery import PENDING, InboxState, PlaceState, PostState, inbox, outbox, placement
from bot.storage.work import UnitOfWork

_REASON = "restored"
_TAKES_BACK = ("delete", "strip")


async def park_what_waited(uow: UnitOfWork, now: datetime) -> int:
    """How many posts and cards wait for a person from now on."""
    o, p, nobody = outbox.c, placement.c, {"lease": None, "lease_until": None}
    on_the_way = o.state.in_([PostState.PENDING, PostState.SENDING])
    may_have_gone = (on_the_way, o.kind.not_in(_TAKES_BACK), or_(o.not_before.is_(None), o.not_before <= now))
    late = update(outbox).where(*may_have_gone, o.expires_at <= now)
    await uow.session.execute(late.values(state=PostState.EXPIRED, settled_at=now, error=_REASON, **nobody))
    parked = update(outbox).where(*may_have_gone).values(state=PostState.UNKNOWN, error=_REASON, **nobody)
    posts = await uow.session.execute(parked)
    await uow.session.execute(update(outbox).where(on_the_way).values(state=PostState.PENDING, **nobody))
    await uow.session.execute(update(placement).where(p.lease.is_not(None)).values(**nobody))
    not_put_up = (p.state == PlaceState.LIVE, p.message_id.is_(None), p.wanted > p.shown)
    due = or_(p.not_before.is_(None), p.not_before <= now)
    held = update(placement).where(*not_put_up, due).values(shown=p.wanted, error=_REASON)
    cards = await uow.session.execute(held)
    return sum(one.rowcount for one in (posts, cards) if isinstance(one, CursorResult))


async def bury_what_waited(uow: UnitOfWork, now: datetime) -> int:
    """How many updates wait for a person from now on (/dead)."""
    waiting = (await uow.session.execute(select(inbox.c.id, inbox.c.update_id).where(PENDING))).all()
    for row in waiting:
        ended = {"state": InboxState.DEAD, "done_at": now, "reference": reference_of(row.update_id)}
        free = {"not_before": None, "lease": None, "lease_until": None}
        await uow.session.execute(update(inbox).where(inbox.c.id == row.id).values(**ended, **free))
    return len(waiting)
