"""What was put on paper: that the key was, and when. The key itself is never stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from bot.storage.crypto import paper_of
from bot.storage.machinery import event
from bot.storage.work import UnitOfWork

_PRINTED = "printed"


def record_key_paper(uow: UnitOfWork, key: bytes, *, now: datetime) -> None:
    """That key was printed: nobody needs to ask for it again."""
    uow.record(_PRINTED, paper_of(key), now=now)


async def key_printed_at(uow: UnitOfWork, key: bytes | None = None) -> datetime | None:
    """When that very key, else the one in use, was last printed; another key's paper does not count."""
    name = uow.keychain.paper if key is None else paper_of(key)
    asked = select(func.max(event.c.at)).where(event.c.subject == name, event.c.kind == _PRINTED)
    found: datetime | None = await uow.session.scalar(asked)
    return found
