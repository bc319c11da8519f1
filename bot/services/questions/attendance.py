"""要名单: who signed up, for the lists that leave the house; with names only where a full list is asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice.question import Asks
from bot.services.notices.rights import in_charge
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.storage.work import UnitOfWork

_KIND = "signed_"
COLUMNS = ("number", "seat", "compound", "building", "signed_at")
MORE = ("name", "phone", "unit", "room")


async def list_of_signed(uow: UnitOfWork, notice_id: int, by: Member) -> str:
    """The name of that list. Raises RuleError without the right to that notice, and where nobody can sign up."""
    await in_charge(uow, notice_id, by)
    if (await Questions(uow.session).get(notice_id)).asks is not Asks.SIGN_UP:
        raise RuleError("no-stale-button")
    return f"{_KIND}{notice_id}"


def notice_in(kind: str) -> int | None:
    """Of which notice it is a list; None for any other list."""
    number = kind.removeprefix(_KIND)
    return int(number) if number != kind and number.isdecimal() and len(number) < 10 else None


async def signed_rows(database: Database, notice_id: int, *, full: bool) -> AsyncIterator[dict[str, Any]]:
    """Everybody with a place or waiting for one, in the order of their numbers."""
    zone, after = database.playbook.zone, 0
    while True:
        async with database.look() as uow:
            questions = Questions(uow.session)
            found = await questions.of(notice_id)
            listed = await questions.listed(found.id, after) if found is not None else []
            people = await uow.members.many([one.member_id for one in listed]) if listed else {}
        for one in listed:
            person = people.get(one.member_id)
            if person is None:
                continue
            row: dict[str, Any] = {
                "number": str(one.id),
                "seat": str(one.seat),
                "compound": person.compound,
                "building": person.building,
                "signed_at": one.at.astimezone(zone).isoformat(timespec="seconds"),
            }
            if full:
                row |= {name: getattr(person, name) for name in MORE}
            yield row
        if not listed:
            return
        after = listed[-1].id or 0
