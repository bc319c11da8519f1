"""Where a notice begins: texts to choose from, and those that were sent or wait for their time; and where it is dropped."""

from __future__ import annotations

from bot.domain.notice import ABOUT_TO_GO, NoticeState, may_reach
from bot.domain.playbook import in_language
from bot.storage.notices import Notices
from bot.storage.work import UnitOfWork
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notice_writing import NoticeFixButton, NoticeTemplateButton
from bot.ui.buttons.notices import NoticeButton
from bot.ui.cards.notices import short_of
from bot.ui.grid import choice, grid
from bot.ui.i18n import words_for
from bot.ui.screen import Reader, Rows, Screen

_MOST = 20
_LABEL = 24


async def notice_begin(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What is it to say? Or one of the playbook's texts."""
    keys = [
        choice(in_language(one.names, reader.language), NoticeTemplateButton(number))
        for number, one in enumerate(reader.playbook.notices.templates)
    ]
    rows: Rows = [*grid(keys[:12], 2), [reader.key("button-notice-list", NoticeButton(ref, "list"))]]
    return Screen(reader.words("notice-begin"), rows)


async def notice_list(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Those that went out or wait for their time, that this reader sent or could have sent; newest first. Where there is
    none yet, how to write one."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None:
        return None
    every = await Notices(uow.session).lately()
    mine = [one for one in every if may_reach(member, one.audience)][:_MOST]
    rows: Rows = []
    for one in mine:
        waits = one.state in ABOUT_TO_GO
        at = (one.send_at if waits else one.sent_at) or one.made_at
        text = short_of(one, reader, _LABEL)
        label = reader.words.plain("notice-listed", waits="yes" if waits else "no", at=at, text=text)
        rows.append([choice(label, NoticeButton(one.id or 0, "back"))])
    rows.append([reader.key("button-notice-new", NoticeButton(0, "new"))])
    return Screen(reader.words("notice-list", count=len(mine)), rows)


async def notice_drop(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """/cancel: really?"""
    found = await Notices(uow.session).get(ref)
    writer = await uow.members.get(found.member_id)
    if writer.telegram_id != reader.chat_id:
        return None
    if found.state is NoticeState.DROPPED:
        return Screen(reader.words("toast-notice-dropped"))
    rows: Rows = [
        [reader.key("button-notice-keep", NoticeButton(ref, "back"))],
        [reader.key("button-notice-drop-sure", NoticeButton(ref, "drop"))],
    ]
    return Screen(reader.words("notice-drop-ask", text=short_of(found, reader, 60)), rows)


async def notice_fix(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """更正: which language?"""
    found = await Notices(uow.session).get(ref)
    rows: Rows = [
        [
            choice(
                words_for(name, reader.playbook.zone).plain("language-name"),
                NoticeFixButton(ref, number),
                chosen=name in found.texts,
            )
        ]
        for number, name in enumerate(LANGUAGES)
    ]
    rows.append([reader.key("button-notice-back", NoticeButton(ref, "back"))])
    return Screen(reader.words("notice-fix-which"), rows)


async def notice_withdraw(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """撤回: sure?"""
    rows: Rows = [
        [reader.key("button-notice-back", NoticeButton(ref, "back"))],
        [reader.key("button-notice-withdraw-sure", NoticeButton(ref, "withdraw"))],
    ]
    return Screen(reader.words("notice-withdraw-ask"), rows)
