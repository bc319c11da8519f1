"""What has been kept long enough is let go of, every night, by the playbook."""

from __future__ import annotations

from datetime import datetime, time

from bot.services.audit import prune_events
from bot.storage.retention import RULES, SLICE, due, let_go
from bot.storage.work import UnitOfWork

_NIGHT = time(3, 0)


async def drop_refused(uow: UnitOfWork, *, now: datetime) -> None:
    """What people began to say who do not agree: with every tick, because they were told when."""
    for number in await let_go(uow.session, "refused", uow.playbook.retention, now):
        uow.touch(f"draft:{number}")


async def let_go_tonight(uow: UnitOfWork, *, now: datetime) -> bool:
    """One slice of each rule, once a day from 03:00 in the community's zone on; True when there is more."""
    local = now.astimezone(uow.playbook.zone)
    today = f"retention:{local.date().isoformat()}"
    if local.time() < _NIGHT or await uow.occurrences.happened(today):
        return False
    more = await let_go_now(uow, now=now)
    if not more:
        await uow.occurrences.first(today, now)
    return more


async def let_go_now(uow: UnitOfWork, *, now: datetime) -> bool:
    """One slice of each rule; True when there is more."""
    done = {name: len(await let_go(uow.session, name, uow.playbook.retention, now)) for name in RULES}
    done["record"] = await _shorten_record(uow, now)
    more = any(count >= SLICE for count in done.values())
    uow.erased = any(done.values()) and not more
    if some := {name: count for name, count in done.items() if count}:
        uow.record("let_go", "retention", now=now, rows=some)
    return more


async def count_due(uow: UnitOfWork, *, now: datetime) -> dict[str, int]:
    """How many rows of each kind would go now."""
    kept = uow.playbook.retention
    counts = await due(uow.session, kept, now)
    old = await uow.audit.seal_before(now - kept.record)
    counts["record"] = await uow.audit.count_to(old.last_id) if old else 0
    return counts


async def _shorten_record(uow: UnitOfWork, now: datetime) -> int:
    await prune_events(uow, now - uow.playbook.retention.record, now=now)
    return await uow.audit.delete_to(await uow.audit.pruned_to(), SLICE)
