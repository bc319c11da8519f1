"""How much waits, for whoever watches over a running Linli."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from bot.storage.machinery import InboxState, PlaceState, PostState, inbox, outbox, placement
from bot.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Backlog:
    """Counts, and the age in seconds of the oldest update that waits and of the oldest post due to go out."""

    updates: dict[str, int]
    posts: dict[str, int]
    cards: int
    oldest_update_s: float
    oldest_post_s: float


async def backlog(uow: UnitOfWork, now: datetime) -> Backlog:
    """As things stand. What is settled is not counted: it only ever grows."""
    waiting, dead = InboxState.PENDING, InboxState.DEAD
    updates = await uow.session.execute(
        select(inbox.c.state, func.count()).where(inbox.c.state.in_([waiting, dead])).group_by(inbox.c.state)
    )
    unsettled = [PostState.PENDING, PostState.SENDING, PostState.FAILED, PostState.UNKNOWN]
    posts = await uow.session.execute(
        select(outbox.c.state, func.count()).where(outbox.c.state.in_(unsettled)).group_by(outbox.c.state)
    )
    cards = await uow.session.scalar(
        select(func.count())
        .select_from(placement)
        .where(placement.c.wanted > placement.c.shown, placement.c.state == PlaceState.LIVE)
    )
    update_at = await uow.session.scalar(select(func.min(inbox.c.received_at)).where(inbox.c.state == waiting))
    due_at = func.coalesce(outbox.c.not_before, outbox.c.created_at)
    post_at = await uow.session.scalar(
        select(func.min(outbox.c.created_at)).where(outbox.c.state == PostState.PENDING, due_at <= now)
    )
    return Backlog(
        updates={str(state): count for state, count in updates.tuples()},
        posts={str(state): count for state, count in posts.tuples()},
        cards=int(cards or 0),
        oldest_update_s=_age(update_at, now),
        oldest_post_s=_age(post_at, now),
    )


def _age(at: datetime | None, now: datetime) -> float:
    return max(0.0, (now - at).total_seconds()) if at else 0.0
