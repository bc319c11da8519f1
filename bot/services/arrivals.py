"""What turns out to have arrived, though its answer never did."""

from __future__ import annotations

from datetime import datetime

from bot.services.notices.arriving import Landed, note_landed
from bot.storage.machinery import Fate
from bot.storage.placements import DELETABLE, Placements
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def adopt_copy(uow: UnitOfWork, place_id: int, subject: str, message_id: int, *, now: datetime) -> bool:
    """The card lives in that message and need not be sent again. False when it is just being sent after all."""
    if not await Placements(uow.session).adopt(place_id, message_id):
        return False
    uow.touch(subject)
    uow.record("copy_adopted", f"place:{place_id}", now=now)
    return True


def remove_copy(
    uow: UnitOfWork, chat_id: int, message_id: int, *, sent_at: datetime | None, now: datetime
) -> None:
    """Taken away while Telegram allows it; after that, or where its age is unknown, its buttons are."""
    if sent_at is not None and now - sent_at < DELETABLE:
        uow.delete_message(chat_id, message_id, now=now)
    else:
        body = {"message_id": message_id}
        uow.posts.post(f"strip:{chat_id}:{message_id}", chat_id, "strip", body, now=now, fate=Fate.RESEND)


async def confirm_arrival(uow: UnitOfWork, post_id: int, message_id: int, *, now: datetime) -> None:
    """A parked post that somebody has before them: it is sent, and nobody need decide about it any more."""
    await uow.parked.arrived(post_id, now, message_id)
    uow.touch(WAITING)
    uow.record("post_arrived", f"post:{post_id}", now=now)


async def adopt_notice(uow: UnitOfWork, post_id: int, landed: Landed, *, now: datetime) -> None:
    """A notice of which nobody knew whether it came, or where it is, is in that message: from now on it is counted in,
    corrected and taken back like any other."""
    await uow.shown.found(post_id, landed.message_id or 0, now)
    await note_landed(uow, [landed], now)
    uow.touch(WAITING)
    uow.record("post_arrived", f"post:{post_id}", now=now)
