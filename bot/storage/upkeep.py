"""What the machine needs a person for: stuck updates and messages, backups that are not made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.domain.backup import OLD
from bot.storage.backups import last_backup_at
from bot.storage.machinery import PostState, occurrence, outbox
from bot.storage.papers import key_printed_at
from bot.storage.undelivered import lost_posts, refused_cards
from bot.storage.waits import dead_updates
from bot.storage.work import UnitOfWork

STUCK = timedelta(hours=1)
"""A message that could have gone out so long ago and has not."""
SINCE = "upkeep:since"
"""Of this database somebody has looked after since then."""


@dataclass(frozen=True)
class Upkeep:
    """How many updates are dead, how many messages are of unknown fate; since when one is stuck; the last backup;
    whether the key is on no paper, so that no backup could be read if the machine were lost."""

    dead: int
    unknown: int
    stuck_since: datetime | None
    last_backup_at: datetime | None
    backup_is_old: bool
    key_unprinted: bool

    @property
    def needs_a_person(self) -> bool:
        """Anything at all."""
        return bool(self.dead or self.unknown or self.stuck_since or self.backup_is_old or self.key_unprinted)


async def upkeep_of(uow: UnitOfWork, now: datetime) -> Upkeep:
    """As things stand."""
    may_at = func.coalesce(outbox.c.not_before, outbox.c.created_at)
    on_the_way = outbox.c.state.in_([PostState.PENDING, PostState.SENDING])
    stuck = select(func.min(may_at)).where(on_the_way, may_at <= now - STUCK)
    last = await last_backup_at(uow, now)
    first = await uow.session.scalar(select(occurrence.c.at).where(occurrence.c.period_key == SINCE))
    since, posts = last or first, await lost_posts(uow)
    unsure, _ = await uow.parked.unsure()
    refused = sum(one.why is not None for one in posts)
    return Upkeep(
        dead=len(await dead_updates(uow)),
        unknown=unsure + refused + len(await refused_cards(uow)),
        stuck_since=await uow.session.scalar(stuck),
        last_backup_at=last,
        backup_is_old=since is not None and now - since > OLD,
        key_unprinted=first is not None and now - first > OLD and await key_printed_at(uow) is None,
    )
