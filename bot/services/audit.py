"""The record is sealed by the clock, and may be shortened only by a link of the chain itself."""

from __future__ import annotations

from datetime import datetime

from bot.storage.audit import SLICE, Link, content_of
from bot.storage.work import UnitOfWork


async def seal_events(uow: UnitOfWork, *, now: datetime) -> bool:
    """Seals the next events, if any; True when there may be more."""
    if not await uow.audit.events(await uow.audit.sealed_to(), limit=1):
        return False
    await uow.audit.settled()
    last, after = await uow.audit.last(), await uow.audit.sealed_to()
    events = await uow.audit.events(after)
    if not events:
        return False
    marks, content = content_of(events, uow.keychain.record_key)
    link = Link(now, after, events[-1].id, len(events), False, marks, content)
    await uow.audit.append(link, last.hash if last else None)
    return len(events) == SLICE


async def prune_events(uow: UnitOfWork, before: datetime, *, now: datetime) -> bool:
    """Lets go of whole seals' events that are older than `before`, and seals that this was done. True when it was."""
    last, old = await uow.audit.last(), await uow.audit.seal_before(before)
    if last is None or old is None or old.last_id <= await uow.audit.pruned_to():
        return False
    link = Link(now, await uow.audit.sealed_to(), old.last_id, 0, True, b"", b"")
    await uow.audit.append(link, last.hash)
    return True
