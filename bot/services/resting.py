"""休息, for a while or until they say so; and the hours at which somebody wants to be asked."""

from __future__ import annotations

from datetime import datetime

from bot.domain.availability import rest_end
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.storage.work import UnitOfWork

REST_DAYS = (1, 7)


async def rest(uow: UnitOfWork, member: Member, resting: bool, *, now: datetime, days: int = 0) -> None:
    """休息, or back again; `days`: comes back by itself then (0: only when they say so).

    Raises RuleError for somebody who is in no team, and for a length nobody offered.
    """
    must_volunteer(member)
    if days and days not in REST_DAYS:
        raise RuleError("no-stale-button")
    until = rest_end(days, now, uow.playbook) if resting and days else None
    member.rest(resting, now, until)
    uow.touch(f"member:{member.id}")


async def choose_hours(uow: UnitOfWork, member: Member, slot: str, on: bool, *, now: datetime) -> None:
    """平时上午, 周末晚上 …: to be asked then, or not. Raises RuleError when none would be left."""
    must_volunteer(member)
    member.choose_hours(slot, on, now)
    uow.touch(f"member:{member.id}")


async def end_rests(uow: UnitOfWork, *, now: datetime) -> None:
    """Whose rest is over is back, and told so."""
    for member in await uow.members.rested(now):
        until = member.rest_until
        member.rest(False, now)
        uow.touch(f"member:{member.id}")
        if member.reachable and until is not None:
            dedupe = f"rest-over:{member.id}:{int(until.timestamp())}"
            uow.say(member.telegram_id, "rest-over", dedupe=dedupe, now=now)


def must_volunteer(member: Member) -> None:
    """Raises RuleError unless a member of at least one team."""
    must(member, Verb.REST, Subject(own=member.volunteers))
