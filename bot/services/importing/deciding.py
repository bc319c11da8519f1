"""What somebody may decide about a roster: bring it in, drop it, take it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.job import Job
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.domain.roster import Roster, RosterState
from bot.services.jobs import cancel_job, start_job
from bot.storage.blobs import Document
from bot.storage.work import UnitOfWork

LIES_FOR = timedelta(days=1)
"""So long a compared roster waits for somebody to say 导入."""
_EMPTIED = 500


async def read_roster(
    uow: UnitOfWork, roster: Roster, blob: str, *, now: datetime, lease: str | None = None
) -> Job:
    """The file is here, in the blob of that key: it is read and compared."""
    roster.arrived(now)
    roster.base_at = await uow.rosters.newest(roster.kind)
    subject = f"roster:{roster.id}"
    return await start_job(
        uow, "roster_read", subject, now=now, total=100, lease=lease, roster=roster.id, blob=blob
    )


async def bring_file(
    uow: UnitOfWork, kind: str, document: Document, *, now: datetime, lease: str | None
) -> tuple[Roster, Job]:
    """A file from whoever runs the program: read at once, by their own process."""
    roster = Roster(document.name, now)
    roster.choose(kind, now)
    uow.add(roster)
    await uow.numbered()
    blob = f"roster:{roster.id}"
    uow.blobs.keep(blob, 0, document, now)
    return roster, await read_roster(uow, roster, blob, now=now, lease=lease)


async def apply_roster(
    uow: UnitOfWork, roster: Roster, *, by: Member | None, now: datetime, lease: str | None = None
) -> Job:
    """导入: what differs is written. Raises RuleError without the right, and when it is not ready (any more)."""
    if by is not None:
        must(by, Verb.IMPORT)
    if await uow.rosters.busy(roster.kind):
        raise RuleError("no-roster-busy")
    roster.apply(await uow.rosters.newest(roster.kind), now)
    return await _begin(uow, "roster_apply", roster, by, now, lease)


async def undo_roster(
    uow: UnitOfWork, roster: Roster, *, by: Member | None, now: datetime, lease: str | None = None
) -> Job:
    """撤销导入. Raises RuleError without the right, too late, or when what it wrote was changed since."""
    if by is not None:
        must(by, Verb.IMPORT)
    if await uow.rosters.busy(roster.kind):
        raise RuleError("no-roster-busy")
    if roster.state is RosterState.APPLIED and await uow.rosters.meddled(roster):
        raise RuleError("no-roster-meddled")
    roster.undo(now)
    roster.skipped = 0
    return await _begin(uow, "roster_undo", roster, by, now, lease)


async def drop_roster(uow: UnitOfWork, roster: Roster, *, by: Member | None, now: datetime) -> None:
    """取消: nothing is changed. Raises RuleError when something was."""
    if by is not None:
        must(by, Verb.IMPORT)
    roster.drop(now)
    await cancel_job(uow, f"roster:{roster.id}", now=now)
    uow.touch(f"roster:{roster.id}")


async def empty_rosters(uow: UnitOfWork, *, now: datetime) -> bool:
    """Lets go of lines nobody needs any more; True when there may be more."""
    roster = await uow.rosters.stale(now - LIES_FOR, now)
    if roster is None:
        return False
    if not await uow.rosters.empty(roster.id, _EMPTIED):
        roster.emptied_at, roster.file_id = now, None
        if roster.state in (RosterState.ASKED, RosterState.FETCHING, RosterState.READY):
            roster.drop(now)
        uow.touch(f"roster:{roster.id}")
    return True


async def _begin(
    uow: UnitOfWork, kind: str, roster: Roster, by: Member | None, now: datetime, lease: str | None
) -> Job:
    uow.record(kind, f"roster:{roster.id}", now=now, by=by.id if by else None)
    return await start_job(
        uow,
        kind,
        f"roster:{roster.id}",
        now=now,
        total=roster.changes,
        lease=lease,
        roster=roster.id,
        by=by.id if by else None,
    )
