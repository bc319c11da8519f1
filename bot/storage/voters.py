"""Who counts once: a household, as far as it is known who lives behind which door, else the person."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice.question import Per
from bot.storage.nearby import household_of
from bot.storage.registers.register import Hasher
from bot.storage.work import UnitOfWork


async def voter_of(uow: UnitOfWork, member: Member, per: Per) -> str:
    """ "household:12"; of a door no roster knows a keyed hash; of who never told where they live "member:7"."""
    if per is Per.HOME:
        number = await household_of(uow, member)
        if number is not None:
            return f"household:{number}"
        home = member.home
        if home.building and home.room:
            door = Hasher(uow.keychain).of("door", home.compound, home.building, home.unit, home.room)
            return f"door:{door}"
    return f"member:{member.id}"
