"""A notice before its writer's eyes: as everybody will see it, in each of its languages, and below it what can be done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.domain.member import Member
from bot.domain.notice import Notice
from bot.domain.playbook import LANGUAGES
from bot.domain.priority import Priority
from bot.storage.machinery import Fate
from bot.storage.notice_parts import NoticeParts
from bot.storage.notices import PREVIEWS, subject_of
from bot.storage.placements import DELETABLE, Placements
from bot.storage.work import UnitOfWork

_ALBUM = timedelta(seconds=2)


async def show_notice(
    uow: UnitOfWork,
    notice: Notice,
    by: Member,
    *,
    now: datetime,
    album: str | None = None,
    goes_on: bool = False,
) -> None:
    """The preview, and below it what can be done, anew at the bottom of the chat.

    The parts of an `album` come one by one: the preview waits a moment for the others, and those that go on with it
    have it already.
    """
    together = album is not None and album.isdigit()
    round_ = int(album or 0) % 2**62 if together else int(now.timestamp() * 1000)
    later = now + _ALBUM if together else None
    if not goes_on:
        await take_down(uow, notice, by.telegram_id, now)
    place_previews(uow, notice, by.telegram_id, now=now, round_=round_, not_before=later)
    _place(uow, "notice", notice, notice.id or 0, by.telegram_id, now, round_, later)


def place_previews(
    uow: UnitOfWork,
    notice: Notice,
    chat_id: int,
    *,
    now: datetime,
    round_: int,
    not_before: datetime | None = None,
) -> None:
    """As its readers will see it, once for each language it is written in; one is enough while it is being filled in."""
    if notice.files and notice.apart:
        key = f"preview:{notice.id}:{chat_id}:{round_}"
        send_files(uow, notice, chat_id, key=key, now=now, priority=Priority.ANSWER, not_before=not_before)
    for number, language in enumerate(LANGUAGES):
        if language in _shown(notice):
            ref = (notice.id or 0) * PREVIEWS + number
            _place(uow, "notice_preview", notice, ref, chat_id, now, round_, not_before)


def _shown(notice: Notice) -> Collection[str]:
    return notice.texts if notice.texts and not notice.blanks else (notice.language,)


async def take_down(uow: UnitOfWork, notice: Notice, chat_id: int, now: datetime) -> None:
    """What was shown of it there is taken away."""
    places, own = Placements(uow.session), notice.id or 0
    refs = [("notice", own), *(("notice_preview", own * PREVIEWS + n) for n in range(len(LANGUAGES)))]
    for card, ref in refs:
        for number in await places.take_down(card, chat_id, now, ref=ref):
            uow.delete_message(chat_id, number, now=now)
    await take_files_away(uow, own, now, chat_id)


async def take_files_away(uow: UnitOfWork, notice_id: int, now: datetime, chat_id: int | None = None) -> None:
    """Its files there, or everywhere, are deleted; where Telegram deletes nothing any more, a blank stands for each."""
    for chat, message_id, kind, at in await NoticeParts(uow.session, notice_id).take(chat_id):
        if at > now - DELETABLE:
            uow.delete_message(chat, message_id, now=now)
        else:
            blank_out(uow, notice_id, chat, message_id, kind, now)


def blank_out(
    uow: UnitOfWork, notice_id: int, chat_id: int, message_id: int, kind: str, now: datetime
) -> None:
    """The file in that message is replaced by an empty one; it is too old to be deleted."""
    uow.posts.post(
        f"blank:{chat_id}:{message_id}",
        chat_id,
        "blank",
        {"message_id": message_id, "kind": kind},
        now=now,
        priority=Priority.CARD,
        subject=f"blanks:{notice_id}",
        fate=Fate.RESEND,
    )


def send_files(
    uow: UnitOfWork,
    notice: Notice,
    chat_id: int,
    *,
    key: str,
    now: datetime,
    priority: Priority,
    not_before: datetime | None = None,
) -> None:
    """Its album, by itself: an album carries no buttons, so the words follow."""
    uow.posts.post(
        f"album:{key}",
        chat_id,
        "album",
        {"notice": notice.id, "count": len(notice.files)},
        now=now,
        priority=priority,
        subject=subject_of(notice.id),
        not_before=not_before,
        expires_at=notice.valid_until,
    )


def _place(
    uow: UnitOfWork,
    card: str,
    notice: Notice,
    ref: int,
    chat_id: int,
    now: datetime,
    round_: int,
    not_before: datetime | None,
) -> None:
    uow.place(
        card,
        ref,
        chat_id,
        now=now,
        subject=subject_of(notice.id),
        priority=Priority.ANSWER,
        round_=round_,
        not_before=not_before,
    )
