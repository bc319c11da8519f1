"""What neighbours replied to a notice, for who answers for it: in one press it is a case; and of which notice one came."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.rights import Subject, Verb, may
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import Notices
from bot.storage.replies import Replies
from bot.storage.work import UnitOfWork
from bot.ui.buttons.questions import FileReplyButton
from bot.ui.cards.notices import short_of
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_MOST, _SHOWN = 10, 120


async def notice_replies(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """As far as they come from a building that is theirs; newest first, without names."""
    notice = await Notices(uow.session).get(ref)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None:
        return None
    every = await Replies(uow.session).to(ref)
    mine = [one for one in every if may(member, Verb.FILE_REPLY, Subject(place=one.place))][:_MOST]
    if not mine:
        return None
    lines = [reader.words("reply-head", name=short_of(notice, reader, 40))]
    rows: Rows = []
    for number, one in enumerate(mine, 1):
        text = one.text if len(one.text) <= _SHOWN else f"{one.text[: _SHOWN - 1]}…"
        case = str(one.case_id) if one.case_id else ""
        filed = one.case_id is not None
        lines.append(
            reader.words(
                "reply-line", no=number, building=one.building or "", name=text, filed=filed, case=case
            )
        )
        if one.case_id is None:
            rows.append([reader.key("button-file-reply", FileReplyButton(one.id or 0), no=number)])
    return Screen(Markup("\n".join(lines)), rows, silent=True)


async def notice_of_case(uow: UnitOfWork, case: Case, reader: Reader) -> list[Markup]:
    """Of which notice a case came, if it did; nothing where its own words say so (我家需要帮忙)."""
    number = await NoticeCases(uow.session).behind(case.id)
    if number is None:
        return []
    text = short_of(await Notices(uow.session).get(number), reader, 40)
    return [] if text in case.text else [reader.words("triage-of-notice", text=text)]
