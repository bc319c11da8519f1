"""A building is looked at: by everybody, who is in charge of it; by who looks after it, what is open there."""

from __future__ import annotations

from datetime import datetime

from bot.domain.charge import place_numbered
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, must
from bot.storage.work import UnitOfWork


def ask_who(by: Member) -> Place | None:
    """/who: their own building; None when they have not said where they live. Raises RuleError for who may not."""
    must(by, Verb.WHO)
    return by.home.public if by.building is not None else None


async def look_at_building(uow: UnitOfWork, number: int, *, by: Member, now: datetime) -> None:
    """我的楼: who looked at which building is kept. Raises RuleError for who does not look after it."""
    must(by, Verb.BUILDING, Subject(place=place_numbered(uow.playbook, number)))
    uow.looked("building", f"building:{number}", by=by.id, now=now)
