"""A row that cannot be read stops no other."""

from __future__ import annotations

from sqlalchemy import update

from bot.storage.machinery import PostState
from bot.storage.tables import member
from tests.delivery.office import Office


async def test_somebody_whose_row_is_damaged_keeps_nobody_else_waiting(office: Office) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    async with office.database.work() as uow:
        torn = update(member).where(member.c.telegram_id == mei.id).values(sealed=b"\x01" + b"torn" * 8)
        await uow.session.execute(torn)
    await office.says(mei.id, "给梅阿姨")
    await office.says(chen.id, "给陈伯")
    await office.delivers()
    assert chen.sees("给陈伯")
    assert [post["state"] for post in await office.posts()] == [PostState.FAILED, PostState.SENT]
