"""For whom somebody may answer as family."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.household import Relation
from bot.domain.member import Member
from bot.domain.notice import Elder
from bot.storage import tables
from bot.storage.nearby import household_of
from bot.storage.work import UnitOfWork

_k = tables.kin.c


async def elders_of(uow: UnitOfWork, by: Member) -> list[Elder]:
    """For whom somebody may answer: households they are linked to, and old people who agreed, on a list
    or not; each home once."""
    found: list[Elder] = []
    numbers = await _linked(uow, by.id)
    for link in await uow.kin.elders_of(by.id):
        elder = await uow.members.find(link.elder_id) if link.elder_id else None
        home = link.household_id or (await household_of(uow, elder) if elder else None)
        home = home or (await uow.households.at(link.place) if link.room else None)
        if home is not None:
            numbers.append(home)
        elif elder is not None:
            found.append(Elder("member", elder.id or 0, elder.name, elder.home.public))
        else:
            found.append(Elder("kin", link.id or 0, link.name or "", link.place.public))
    homes = await uow.households.many(list(dict.fromkeys(numbers))) if numbers else []
    for one in homes:
        if not one.forgotten:
            names = "、".join(person.name for person in one.present)
            found.append(Elder("household", one.id, names, one.place.public))
    return found


async def _linked(uow: UnitOfWork, member_id: int | None) -> list[int]:
    mine = (_k.member_id == member_id, _k.relation == Relation.FAMILY, _k.ended_at.is_(None))
    return list(await uow.session.scalars(select(_k.household_id).where(*mine).order_by(_k.id)))
