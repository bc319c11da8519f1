"""What did not get through and waits for a coordinator: posts, cards, and groups that we were taken out of."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Row, or_, select

from bot.domain.chat import ChatKind, ChatState
from bot.domain.waiting import Wait, WaitKind
from bot.storage import tables
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from bot.storage.parked import TAKES_BACK
from bot.storage.work import UnitOfWork

_NOBODYS = "not the holder any more"
_MOST = 100
_chat, _o, _p = tables.chat.c, outbox.c, placement.c


async def lost_groups(uow: UnitOfWork) -> list[Wait]:
    """Groups of a building or a team in which we cannot speak any more."""
    rows = await uow.session.execute(
        select(_chat.chat_id, _chat.title, _chat.changed_at)
        .where(_chat.state == ChatState.GONE, _chat.kind != ChatKind.UNBOUND, _chat.changed_at.is_not(None))
        .order_by(_chat.chat_id)
        .limit(_MOST)
    )
    return [
        Wait(WaitKind.GROUP, row.chat_id, row.changed_at, who=row.title or str(row.chat_id)) for row in rows
    ]


async def lost_posts(uow: UnitOfWork) -> list[Wait]:
    """Of unknown fate, or refused; not what nobody need get any more, nor what is for who blocked us."""
    blocked = select(tables.member.c.telegram_id).where(tables.member.c.blocked_at.is_not(None))
    refused = (_o.state == PostState.FAILED) & (_o.error != _NOBODYS) & _o.chat_id.not_in(blocked)
    rows = await uow.session.execute(
        select(_o.id, _o.chat_id, _o.created_at, _o.priority, _o.error, _o.state, _chat.title)
        .outerjoin(tables.chat, _chat.chat_id == _o.chat_id)
        .where(or_(_o.state == PostState.UNKNOWN, refused), _o.kind.not_in(TAKES_BACK))
        .order_by(_o.id)
        .limit(_MOST)
    )
    found = rows.all()
    names = await _names(uow, found)
    return [
        Wait(
            WaitKind.POST,
            row.id,
            row.created_at,
            who=names[row.chat_id],
            why=row.error or "" if row.state is PostState.FAILED else None,
            rank=row.priority,
        )
        for row in found
    ]


async def refused_cards(uow: UnitOfWork) -> list[Wait]:
    """Cards that Telegram does not take as they are. One that is about to be tried again does not wait."""
    rows = await uow.session.execute(
        select(_p.id, _p.chat_id, _p.created_at, _p.priority, _p.error, _p.subject, _chat.title)
        .outerjoin(tables.chat, _chat.chat_id == _p.chat_id)
        .where(_p.state == PlaceState.LIVE, _p.error.is_not(None), _p.wanted <= _p.shown)
        .order_by(_p.id)
        .limit(_MOST)
    )
    found = rows.all()
    names = await _names(uow, found)
    return [
        Wait(
            WaitKind.CARD,
            row.id,
            row.created_at,
            row.subject,
            who=names[row.chat_id],
            why=row.error,
            rank=row.priority,
        )
        for row in found
    ]


async def _names(uow: UnitOfWork, rows: Sequence[Row[*tuple[object, ...]]]) -> dict[int, str]:
    """What a coordinator calls each of these chats."""
    people = await uow.members.by_telegram({row.chat_id for row in rows if row.chat_id > 0})
    titles = {row.chat_id: row.title or str(row.chat_id) for row in rows}
    return titles | {number: person.name for number, person in people.items()}
