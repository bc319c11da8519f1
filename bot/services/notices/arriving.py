"""What becomes of a notice's posts once they have been sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.priority import Priority
from bot.storage.course import adopt
from bot.storage.machinery import Fate
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork


@dataclass(frozen=True)
class Landed:
    """One post of a notice that was sent, or cannot be; `message_id` where it arrived."""

    notice_id: int
    chat_id: int
    message_id: int | None
    digest: str | None
    pin: bool


async def note_landed(uow: UnitOfWork, landed: Sequence[Landed], now: datetime) -> None:
    """Those that arrived live on as cards, so that they can be counted in, corrected and taken back; some are pinned."""
    there = [one for one in landed if one.message_id is not None]
    rows = [
        {"ref": one.notice_id, "chat_id": one.chat_id, "message_id": one.message_id, "digest": one.digest}
        for one in there
    ]
    if rows:
        await adopt(uow.session, rows, now)
    for one in there:
        if one.pin and one.chat_id < 0:
            pin(uow, one.notice_id, one.chat_id, one.message_id or 0, "pin", now)
    for number in {one.notice_id for one in landed}:
        await Notices(uow.session).finished(number, now)
        uow.touch(subject_of(number))


def pin(uow: UnitOfWork, notice_id: int, chat_id: int, message_id: int, kind: str, now: datetime) -> None:
    """Puts a message on top of its group ("pin"), or takes it down ("unpin"): by night too, since it wakes nobody."""
    uow.posts.post(
        f"{kind}:{chat_id}:{message_id}",
        chat_id,
        kind,
        {"message_id": message_id},
        now=now,
        priority=Priority.CARD,
        subject=f"pins:{notice_id}",
        fate=Fate.RESEND,
    )
