"""更正 and 撤回, everywhere at once; and the end of what is no longer true."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, Notice
from bot.services.jobs import cancel_job
from bot.services.notices.arriving import pin, take_away
from bot.services.notices.composing import ASK_FOR, Said
from bot.services.notices.knocking import let_off_knocks
from bot.services.notices.rights import in_charge
from bot.services.notices.showing import take_files_away
from bot.services.questions.calling_off import call_off
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork


async def to_correct(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One that can be corrected. Raises RuleError without the right, and for one nobody has."""
    notice = await in_charge(uow, notice_id, by)
    if notice.state not in OUT:
        raise RuleError("no-stale-button")
    return notice


async def ask_correction(
    uow: UnitOfWork, notice_id: int, by: Member, language: str, *, now: datetime
) -> Notice:
    """更正: their next message is what it says in that language from then on. Raises RuleError without the right, and for
    one nobody has."""
    notice = await to_correct(uow, notice_id, by)
    await uow.dialogs.ask(by.id or 0, "notice_fix", notice_id, until=now + ASK_FOR, language=language)
    return notice


async def correct_notice(
    uow: UnitOfWork, notice_id: int, by: Member, said: Said, language: str, *, now: datetime
) -> Notice:
    """Every message of it is edited. Raises RuleError without the right, for one nobody has, and for files, which stay."""
    notice = await in_charge(uow, notice_id, by)
    if said.files:
        raise RuleError("no-notice-fix-files")
    notice.correct(language, said.words, now)
    await uow.dialogs.close(by.id or 0)
    await _everywhere(uow, notice, now)
    uow.record("notice_corrected", subject_of(notice_id), now=now, by=by.id)
    return notice


async def withdraw_notice(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> Notice:
    """Every message of it says that it was taken back; whoever has not got it never will. Raises RuleError without the
    right, and for one nobody has."""
    notice = await in_charge(uow, notice_id, by)
    notice.withdraw(now)
    await cancel_job(uow, subject_of(notice_id), now=now)
    await Course(uow.session, notice_id).drop(now)
    await _take_down(uow, notice, now)
    for chat_id, message_id in await Course(uow.session, notice_id).messages():
        take_away(uow, notice, chat_id, message_id or 0, now)
    await take_files_away(uow, notice_id, now)
    await let_off_knocks(uow, notice_id, now=now)
    await call_off(uow, notice_id, now=now)
    await _everywhere(uow, notice, now)
    uow.record("notice_withdrawn", subject_of(notice_id), now=now, by=by.id)
    return notice


async def end_notices(uow: UnitOfWork, *, now: datetime) -> bool:
    """Those whose time is over come off the top of their groups, and are answered no more. True while there are more."""
    over = await Notices(uow.session).over(now)
    for notice in over:
        notice.ended_at = notice.changed_at = now
        await _take_down(uow, notice, now)
        await let_off_knocks(uow, notice.id or 0, now=now)
        await _everywhere(uow, notice, now)
    return len(over) == 5


async def _take_down(uow: UnitOfWork, notice: Notice, now: datetime) -> None:
    if notice.pin:
        for chat_id, message_id in await Course(uow.session, notice.id or 0).messages():
            if chat_id < 0:
                pin(uow, notice.id or 0, chat_id, message_id or 0, "unpin", now)


async def _everywhere(uow: UnitOfWork, notice: Notice, now: datetime) -> None:
    await Course(uow.session, notice.id or 0).show_anew(now)
    uow.touch(subject_of(notice.id))
