"""Who may be written to, and in which language."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.rights import MINE, Verb, must
from bot.services.results import ask_who_came_back
from bot.storage.work import UnitOfWork


async def mark_started(uow: UnitOfWork, member: Member, *, now: datetime) -> bool:
    """They wrote to us in private, so we may write to them. True when that is news.

    Cards that could not be shown to them until now are shown now, and what only they can say is asked.
    """
    if member.reachable:
        return False
    member.start(now)
    await uow.leases.revive(member.telegram_id)
    uow.touch(f"member:{member.id}")
    await ask_who_came_back(uow, member, now=now)
    return True


async def mark_blocked(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """They blocked us: nothing is written to them until they come back."""
    if member.blocked_at is None:
        member.block(now)


async def speak_language(uow: UnitOfWork, member: Member, language: str, *, now: datetime) -> None:
    """Everything they read from now on is in that language; so are the cards about themselves."""
    must(member, Verb.SELF, MINE)
    member.speak(language, now)
    uow.touch(f"member:{member.id}")
