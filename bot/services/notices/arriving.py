"""What becomes of a notice's posts once they have been sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.notice import Notice, NoticeState
from bot.domain.priority import Priority
from bot.services.notices.showing import take_files_away
from bot.storage.course import Course, adopt
from bot.storage.machinery import Fate
from bot.storage.notice_parts import NoticeParts
from bot.storage.notices import Notices, subject_of
from bot.storage.placements import DELETABLE
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
        notice = await Notices(uow.session).get(one.notice_id)
        if one.pin and one.chat_id < 0 and notice.valid(now):
            pin(uow, one.notice_id, one.chat_id, one.message_id or 0, "pin", now)
        if notice.corrected_at or notice.ended_at:
            await Course(uow.session, one.notice_id).show_anew(now, one.chat_id)
            take_away(uow, notice, one.chat_id, one.message_id or 0, now)
    for number in {one.notice_id for one in landed}:
        await Notices(uow.session).finished(number, now)
        uow.touch(subject_of(number))


def take_away(uow: UnitOfWork, notice: Notice, chat_id: int, message_id: int, now: datetime) -> None:
    """A file with its words below it, of a notice that was taken back: as long as Telegram deletes it. The words that it
    was taken back are posted anew, since a file cannot become a text."""
    whole = notice.files and not notice.apart
    if notice.state is NoticeState.WITHDRAWN and whole and notice.deletable(DELETABLE):
        uow.delete_message(chat_id, message_id, now=now)


async def note_files(
    uow: UnitOfWork,
    notice_id: int,
    chat_id: int,
    messages: Sequence[int],
    kinds: Sequence[str],
    now: datetime,
) -> None:
    """Files that were sent by themselves are in these messages; of what was taken back meanwhile they go again."""
    await NoticeParts(uow.session, notice_id).add(chat_id, messages, kinds, now)
    notice = await Notices(uow.session).get(notice_id)
    if notice.state in (NoticeState.WITHDRAWN, NoticeState.DROPPED):
        await take_files_away(uow, notice_id, now, chat_id)


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
