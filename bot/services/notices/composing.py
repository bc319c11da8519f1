"""A notice is written: words and files, 对象, how it goes out. The draft is a row, so nothing makes it forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Audience, Notice, NoticeFile, NoticeState, Target, Wording, must_reach
from bot.domain.priority import Priority
from bot.services.jobs import cancel_job
from bot.services.notices.rights import own
from bot.services.notices.showing import show_notice, take_files_away
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork

ASK_FOR = timedelta(minutes=30)
KINDS = ("photo", "video", "document", "voice", "audio", "animation")


@dataclass(frozen=True)
class Said:
    """One message of its writer."""

    words: Wording
    files: Sequence[NoticeFile] = ()
    album: str | None = None


async def begin_notice(uow: UnitOfWork, by: Member, *, now: datetime, audience: Audience = ()) -> Notice:
    """The draft they left, or a new one, whose words are asked for. Raises RuleError without the right to post."""
    must_reach(by, audience)
    notice = await Notices(uow.session).of(by.id)
    if notice is None or (audience and not notice.empty and notice.audience != audience):
        notice = Notice(by.id or 0, now, by.language)
        uow.add(notice)
    notice.audience = audience or notice.audience
    await uow.numbered()
    if notice.empty:
        await ask_words(uow, notice.id or 0, by, by.language, now=now)
    return notice


async def ask_words(
    uow: UnitOfWork, notice_id: int, by: Member, language: str | None = None, *, now: datetime
) -> Notice:
    """Their next message is what it says in that language, or in the one it was begun in. Raises RuleError like
    `to_write`."""
    notice = await to_write(uow, notice_id, by)
    language = language or (notice.language if notice.texts else by.language)
    await uow.dialogs.ask(by.id or 0, "notice", notice_id, until=now + ASK_FOR, language=language, anew=True)
    return notice


async def to_write(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One that they are writing. Raises RuleError for somebody else's, and when it has gone out."""
    notice = await own(uow, notice_id, by)
    if notice.state is not NoticeState.DRAFT:
        raise RuleError("no-notice-sent-already")
    return notice


async def take_words(
    uow: UnitOfWork, notice_id: int, by: Member, said: Said, language: str, *, anew: bool, now: datetime
) -> Notice:
    """What they sent is what it says; what follows soon after joins it. Raises RuleError for what cannot be sent on,
    for somebody else's, and when it has gone out."""
    notice = await own(uow, notice_id, by)
    if any(one.kind not in KINDS for one in said.files):
        raise RuleError("no-notice-kind")
    if not said.words.text.strip() and not said.files:
        raise RuleError("no-words-please")
    goes_on = not anew and said.album is not None and said.album == notice.album
    notice.write(language, said.words, said.files, said.album, now, anew=anew)
    until = now + uow.playbook.limits.draft_join
    await uow.dialogs.ask(by.id or 0, "notice", notice_id, until=until, language=language, anew=False)
    await show_notice(uow, notice, by, now=now, album=said.album, goes_on=goes_on)
    return notice


async def choose(uow: UnitOfWork, notice_id: int, by: Member, target: Target, *, now: datetime) -> Notice:
    """对象. Raises RuleError for whom it is not theirs to tell, for somebody else's, and when it has gone out."""
    notice = await own(uow, notice_id, by)
    if target not in notice.audience:
        must_reach(by, (target,))
    notice.choose(target, now)
    uow.touch(subject_of(notice_id))
    return notice


async def set_notice(uow: UnitOfWork, notice_id: int, by: Member, what: str, *, now: datetime) -> Notice:
    """置顶, 静音, 紧急, on or off. Raises RuleError like `choose`."""
    notice = await own(uow, notice_id, by)
    notice.set(what, now)
    uow.touch(subject_of(notice_id))
    return notice


async def keep_notice(uow: UnitOfWork, notice_id: int, by: Member, days: int, *, now: datetime) -> Notice:
    """有效期: to the end of the day so many days from now; below 0: for ever. Raises RuleError like `choose`."""
    notice = await own(uow, notice_id, by)
    if days > 365:
        raise RuleError("no-stale-button")
    end = None
    if days >= 0:
        local = now.astimezone(uow.playbook.zone) + timedelta(days=days)
        end = local.replace(hour=23, minute=59, second=0, microsecond=0).astimezone(now.tzinfo)
    notice.keep_until(end, now)
    uow.touch(subject_of(notice_id))
    return notice


async def ask_drop(uow: UnitOfWork, by: Member, *, now: datetime) -> bool:
    """/cancel: a notice they have begun is not thrown away before they say so. False where there is none."""
    notice = await Notices(uow.session).of(by.id)
    if notice is None or notice.empty:
        return False
    await uow.dialogs.close(by.id or 0)
    uow.place(
        "notice_drop",
        notice.id,
        by.telegram_id,
        now=now,
        subject=subject_of(notice.id),
        priority=Priority.ANSWER,
        round_=int(now.timestamp() * 1000),
    )
    return True


async def drop_notice(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """取消. Raises RuleError for somebody else's, and when it has gone out."""
    notice = await own(uow, notice_id, by)
    notice.drop(now)
    await cancel_job(uow, subject_of(notice_id), now=now)
    await take_files_away(uow, notice_id, now, by.telegram_id)
    await uow.dialogs.close(by.id or 0)
    uow.touch(subject_of(notice_id))
    uow.record("notice_dropped", subject_of(notice_id), now=now, by=by.id)
