"""How much waits, for whoever watches over a running Linli."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, or_, select

from bot.storage.machinery import InboxState, PlaceState, PostState, inbox, outbox, placement
from bot.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits, by state; what could go out now; and the ages in seconds of the oldest."""

    updates: dict[str, int]
    posts: dict[str, int]
    due_posts: int
    due_cards: int
    oldest_update_s: float
    oldest_post_s: float


async def backlog(uow: UnitOfWork, now: datetime) -> Backlog:
    """As things stand. What is settled is not counted: it only ever grows."""
    waiting, dead = InboxState.PENDING, InboxState.DEAD
    updates = await uow.session.execute(
        select(inbox.c.state, func.count()).where(inbox.c.state.in_([waiting, dead])).group_by(inbox.c.state)
    )
    settled = [PostState.SENT, PostState.EXPIRED]
    unsettled = [state for state in PostState if state not in settled]
    posts = await uow.session.execute(
        select(outbox.c.state, func.count()).where(outbox.c.state.in_(unsettled)).group_by(outbox.c.state)
    )
    update_at = await uow.session.scalar(
        select(func.min(inbox.c.received_at)).where(inbox.c.state == waiting)
    )
    due_posts, post_at = await _due_posts(uow, now)
    return Backlog(
        updates={str(state): count for state, count in updates},
        posts={str(state): count for state, count in posts},
        due_posts=due_posts,
        due_cards=await _due_cards(uow, now),
        oldest_update_s=_age(update_at, now),
        oldest_post_s=_age(post_at, now),
    )


async def _due_posts(uow: UnitOfWork, now: datetime) -> tuple[int, datetime | None]:
    """How many may go out now, and since when the oldest of them might; one that is tried again, since it was asked for."""
    c = outbox.c
    may_at = func.coalesce(c.not_before, c.created_at)
    since = case((c.attempts == 0, may_at), else_=c.created_at)
    on_the_way = c.state.in_([PostState.PENDING, PostState.SENDING])
    row = await uow.session.execute(select(func.count(), func.min(since)).where(on_the_way, may_at <= now))
    count, oldest = row.one()
    return int(count), oldest


async def _due_cards(uow: UnitOfWork, now: datetime) -> int:
    """How many cards do not show how things stand and may be changed now."""
    count = await uow.session.scalar(
        select(func.count())
        .select_from(placement)
        .where(
            placement.c.wanted > placement.c.shown,
            placement.c.state == PlaceState.LIVE,
            or_(placement.c.not_before.is_(None), placement.c.not_before <= now),
        )
    )
    return int(count or 0)


def _age(at: datetime | None, now: datetime) -> float:
    return max(0.0, (now - at).total_seconds()) if at else 0.0
