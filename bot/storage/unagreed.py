"""Notices that go out when a second person agrees."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.notice import Notice, NoticeState
from bot.domain.waiting import Wait, WaitKind
from bot.storage import tables
from bot.storage.work import UnitOfWork

_n = tables.notice.c
_SHORT = 30


async def unagreed(uow: UnitOfWork, language: str) -> list[Wait]:
    """What each says, and who wrote it."""
    query = select(Notice).where(_n.state == NoticeState.SECOND).order_by(_n.id)
    found = list(await uow.session.scalars(query))
    writers = await uow.members.many([one.member_id for one in found]) if found else {}
    return [
        Wait(
            WaitKind.NOTICE,
            one.id or 0,
            one.changed_at or one.made_at,
            no=str(one.member_id),
            what=one.short(language, _SHORT),
            who=writers[one.member_id].name,
        )
        for one in found
    ]
