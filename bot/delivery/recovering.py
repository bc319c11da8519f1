"""What another life had in hand when it ended: what never left goes again, what arrived is settled, the rest may have."""

from __future__ import annotations

from datetime import datetime

import structlog

from bot.delivery.failures import Outcome, Verdict
from bot.delivery.rendering import Ready
from bot.delivery.sender import Sender, Sent
from bot.delivery.settling import settle
from bot.delivery.trail import LeftBehind, Trail
from bot.storage.database import Database
from bot.storage.notices import KIND
from bot.storage.work import UnitOfWork

log = structlog.get_logger(__name__)

_PLAIN = ("say", KIND)
"""Of these the number of their message is all there is to know; of files, more was in the process that died."""


async def send_noted(sender: Sender, trail: Trail, ready: Ready) -> Sent:
    """One request; that it left, and what came of it, outlives this process.

    Where that it leaves cannot be noted, and what was noted before not be taken back, nothing leaves.
    """
    post = None if ready.due.is_card else ready.due.id
    if post is not None:
        try:
            trail.leaves(post)
        except OSError as error:
            return Sent(ready, verdict=Verdict(Outcome.NOT_SENT, f"no trail can be left: {error.strerror}"))
    sent = await sender.send(ready)
    if post is not None and sent.verdict is None and sent.message_id is not None:
        trail.arrived(post, sent.message_id)
    elif post is not None and sent.verdict is not None and sent.verdict.outcome is not Outcome.UNKNOWN:
        trail.stayed(post)
    return sent


async def recover(database: Database, trail: Trail, lease: str, now: datetime, *, alone: bool) -> None:
    """Takes back what a dead process had in hand. `alone`: no other process may be sending."""
    left = trail.left_behind() if alone else None
    async with database.work() as uow:
        if left is not None:
            await _follow(uow, left, now)
        again, parked = await uow.leases.abandoned(None if alone else now, [lease])
    if alone:
        trail.begin()
    if again or parked:
        log.warning("fate-unknown", again=again, parked=parked)


async def _follow(uow: UnitOfWork, left: LeftBehind, now: datetime) -> None:
    leased = await uow.leases.in_hand(left.lease)
    here = [one for one in leased if one.id not in left.left]
    await uow.leases.put_back(here, left.lease)
    there = [one for one in leased if one.id in left.left and one.id in left.arrived and one.kind in _PLAIN]
    await settle(uow, left.lease, [Sent(Ready(one), left.arrived[one.id]) for one in there], now)
    if leased:
        log.info("trail-followed", never_left=len(here), arrived=len(there), leased=len(leased))
