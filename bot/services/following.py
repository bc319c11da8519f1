"""我也遇到了: neighbours who met the same follow a case, and hear how it ended, whichever way."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.storage.work import UnitOfWork


async def follow_case(uow: UnitOfWork, case: Case, member: Member, *, now: datetime) -> bool:
    """我也遇到了: hears the result. False when already told. Raises RuleError when over or one's own."""
    must(member, Verb.FOLLOW)
    if not case.is_open:
        raise RuleError("no-case-over", no=case.number)
    if member.id is None or member.id == case.reporter_id:
        raise RuleError("no-your-own-case", no=case.number)
    news = await uow.cases.follow(case, member.id, now)
    if news:
        uow.touch_case(case)
    return news


async def tell_followers(uow: UnitOfWork, case: Case, key: str, *, now: datetime, **args: Any) -> None:
    """Who met it too hears how it ended."""
    about = f"case:{case.id}"
    people = await uow.members.many(await uow.cases.followers(case.id))
    for person in people.values():
        if person.reachable and person.id != case.reporter_id:
            dedupe = f"result:{case.id}:{int(now.timestamp())}:{person.id}"
            uow.say(person.telegram_id, key, dedupe=dedupe, now=now, subject=about, no=case.number, **args)
