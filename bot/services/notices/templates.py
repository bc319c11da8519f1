"""Texts of the playbook: chosen by a button, and filled in one thing after the other."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Notice
from bot.domain.playbook import DEFAULT_LANGUAGE
from bot.services.notices.composing import ASK_FOR, begin_notice
from bot.services.notices.rights import own
from bot.services.notices.showing import show_notice
from bot.storage.work import UnitOfWork


async def use_template(uow: UnitOfWork, by: Member, number: int, *, now: datetime) -> Notice:
    """Their draft says this; what is to be filled in is asked for, and where that is nothing it is shown.

    Raises RuleError without the right to post, where the playbook has no such text (any more), and where they have written
    something already."""
    notice = await begin_notice(uow, by, now=now)
    templates = uow.playbook.notices.templates
    if not 0 <= number < len(templates) or not notice.empty:
        raise RuleError("no-stale-button")
    texts = templates[number].texts
    notice.use(by.language if by.language in texts else DEFAULT_LANGUAGE, texts, now)
    await _ask(uow, notice, by, now)
    if not notice.blanks:
        await show_notice(uow, notice, by, now=now)
    return notice


async def ask_blank(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> Notice:
    """填空: the next thing is asked for. Raises RuleError for somebody else's, and where nothing is missing."""
    notice = await own(uow, notice_id, by)
    if not notice.blanks:
        raise RuleError("no-stale-button")
    await _ask(uow, notice, by, now)
    return notice


async def fill_blank(
    uow: UnitOfWork, notice_id: int, by: Member, blank: str, answer: str, *, now: datetime
) -> Notice:
    """What they said stands there; then the next is asked for, or the whole is shown. Raises RuleError like the above, and
    for no words."""
    notice = await own(uow, notice_id, by)
    if not answer.strip():
        raise RuleError("no-words-please")
    notice.fill(blank, answer, now)
    await _ask(uow, notice, by, now)
    if not notice.blanks:
        await show_notice(uow, notice, by, now=now)
    return notice


async def _ask(uow: UnitOfWork, notice: Notice, by: Member, now: datetime) -> None:
    if notice.blanks:
        until = now + ASK_FOR
        await uow.dialogs.ask(by.id or 0, "notice_blank", notice.id or 0, until=until, blank=notice.blanks[0])
    else:
        await uow.dialogs.close(by.id or 0)
