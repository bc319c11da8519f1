"""Queries for notices, by what became of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.notice import ABOUT_TO_GO, OUT, Notice, NoticeState
from bot.storage import tables
from bot.storage.knowing import one
from bot.storage.machinery import PostState, outbox

_n, _o = tables.notice.c, outbox.c
KIND = "notice"
"""The posts that carry one."""
PREVIEWS = 10
"""A preview has the notice's number times this, and the language's, as its own."""


def subject_of(notice_id: int | None) -> str:
    """Of its posts, and of the cards that show how it goes."""
    return f"notice:{notice_id}"


@cache
def _by_number() -> Select[Notice]:
    return select(Notice).where(_n.id == bindparam("number"))


class Notices:
    """What is told to many."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, notice_id: int) -> Notice:
        """That one. Raises RuleError when there is none."""
        found = await one(self._session, Notice, notice_id, _by_number())
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def read_ahead(self, ids: Collection[int]) -> list[Notice]:
        """These at once; whoever asks for one of them has it while the list is kept."""
        return list(await self._session.scalars(select(Notice).where(_n.id.in_(ids)))) if ids else []

    async def of(self, member_id: int | None) -> Notice | None:
        """What somebody is writing."""
        mine = (_n.member_id == member_id, _n.state == NoticeState.DRAFT)
        return await self._session.scalar(select(Notice).where(*mine).order_by(_n.id.desc()).limit(1))

    async def out(self, limit: int = 40) -> list[Notice]:
        """Those people may be reading, newest first."""
        rows = await self._session.scalars(
            select(Notice)
            .where(_n.state.in_(OUT), _n.ended_at.is_(None))
            .order_by(_n.sent_at.desc())
            .limit(limit)
        )
        return list(rows)

    async def lately(self, limit: int = 60) -> list[Notice]:
        """Those that went out, or are about to, newest first."""
        rows = await self._session.scalars(
            select(Notice)
            .where(_n.state.in_((*OUT, *ABOUT_TO_GO)), _n.emptied_at.is_(None))
            .order_by(_n.id.desc())
            .limit(limit)
        )
        return list(rows)

    async def coming(self, notice: Notice) -> Notice | None:
        """When it comes again: the next of them."""
        series = (_n.origin_id == (notice.origin_id or notice.id), _n.state.in_(ABOUT_TO_GO))
        return await self._session.scalar(select(Notice).where(*series).order_by(_n.id.desc()).limit(1))

    async def over(self, now: datetime, limit: int = 5) -> list[Notice]:
        """Whose time is over, and that are still on top of their groups."""
        due = (_n.state.in_(OUT), _n.ended_at.is_(None), _n.valid_until <= now)
        return list(await self._session.scalars(select(Notice).where(*due).order_by(_n.id).limit(limit)))

    async def same_since(self, notice: Notice, since: datetime) -> Notice | None:
        """One that says the same to the same, sent since then or about to be."""
        gone = (*OUT, *ABOUT_TO_GO)
        lately = func.coalesce(_n.sent_at, _n.changed_at) >= since
        query = select(Notice).where(
            _n.digest == notice.digest, _n.id != notice.id, _n.state.in_(gone), lately
        )
        return await self._session.scalar(query.order_by(_n.id.desc()).limit(1))

    async def finished(self, notice_id: int, now: datetime) -> None:
        """Sent, if nothing is left to be sent."""
        left = exists().where(
            _o.subject == subject_of(notice_id), _o.state.in_([PostState.PENDING, PostState.SENDING])
        )
        await self._session.execute(
            update(tables.notice)
            .where(_n.id == notice_id, _n.state == NoticeState.SENDING, _n.expanded_at.is_not(None), ~left)
            .values(state=NoticeState.SENT, changed_at=now, version=_n.version + 1)
        )
