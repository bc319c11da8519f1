"""What was put on paper: that the key was, and when. The key itself is never stored."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

from sqlalchemy import func, select

from bot.storage.machinery import event
from bot.storage.work import UnitOfWork

_PRINTED = "printed"


def record_key_paper(uow: UnitOfWork, key: bytes, *, now: datetime) -> None:
    """That key was printed: nobody needs to ask for it again."""
    uow.record(_PRINTED, _name(key), now=now)


async def key_printed_at(uow: UnitOfWork, key: bytes) -> datetime | None:
    """When that very key was last printed; another key's paper does not count."""
    asked = select(func.max(event.c.at)).where(event.c.subject == _name(key), event.c.kind == _PRINTED)
    found: datetime | None = await uow.session.scalar(asked)
    return found


def _name(key: bytes) -> str:
    """Tells keys apart without telling anything of them."""
    return f"key:{blake2b(key, digest_size=8, person=b'linli paper').hexdigest()}"
