"""A roster sent to the bot: who may is asked what it lists, then it is fetched."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.domain.roster import Roster, RosterState
from bot.rosters import limits
from bot.services.importing.deciding import read_roster
from bot.storage.work import UnitOfWork

FETCHED_WITHIN = timedelta(minutes=10)


async def offer_roster(
    uow: UnitOfWork, name: str, file_id: str, size: int, *, by: Member, now: datetime, round_: int
) -> Roster:
    """A sheet came: what does it list? Nothing is fetched yet.

    Raises RuleError without the right, and for a file that is larger than Telegram gives bots.
    """
    must(by, Verb.IMPORT)
    if size > limits.FILE:
        raise RuleError("roster-too-big", n=limits.FILE // limits.MB)
    roster = Roster(name[:100], now, file_id=file_id, by_id=by.id, chat_id=by.telegram_id, changed_at=now)
    uow.add(roster)
    await uow.numbered()
    uow.place("roster", roster.id, by.telegram_id, now=now, priority=Priority.ANSWER, round_=round_)
    return roster


async def fetch_roster(uow: UnitOfWork, roster: Roster, kind: str, *, by: Member, now: datetime) -> None:
    """It lists that: it is fetched, and read as soon as it is here. Raises RuleError once that was said."""
    must(by, Verb.IMPORT)
    uow.rosters.register(kind)
    roster.choose(kind, now)
    subject = f"roster:{roster.id}"
    uow.fetch_file(
        by.telegram_id,
        roster.file_id or "",
        roster.name,
        dedupe=f"fetch:roster:{roster.id}",
        subject=subject,
        now=now,
        keep=FETCHED_WITHIN,
    )
    uow.touch(subject)


async def take_fetched(uow: UnitOfWork, roster_id: int, blob: str | None, *, now: datetime) -> None:
    """The file is here (or cannot be had): it is read. Who was asked not to want it any more is not asked again."""
    roster = await uow.rosters.find(roster_id)
    if roster is None or roster.state is not RosterState.FETCHING:
        if blob:
            await uow.blobs.drop(blob)
        return
    if blob is None:
        roster.fail("roster-not-fetched", {}, now)
        uow.touch(f"roster:{roster_id}")
        return
    await read_roster(uow, roster, blob, now=now)
