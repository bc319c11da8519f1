"""A visit that brings a notice to a door: what it says, and what came of it."""

from __future__ import annotations

from bot.domain.visit import Outcome, Visit
from bot.domain.visit.knock import notice_of
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import Notices
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import NobodyOpensButton
from bot.ui.buttons.receiving import KnockNeedButton, KnockNoticeButton
from bot.ui.buttons.standing_in import StandInsButton
from bot.ui.buttons.visits import NoVisitButton, OutcomeButton, VisitTimesButton
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows

_QUOTED = 600


async def knock_lines(uow: UnitOfWork, found: Visit, reader: Reader) -> list[Markup]:
    """The words to be brought there; nothing for any other visit."""
    number = notice_of(found.period_key)
    if number is None:
        return []
    notice = await Notices(uow.session).get(number)
    text = notice.short(reader.language, _QUOTED)
    return [reader.words("knock-bring", text=text or reader.words("notice-files", count=len(notice.files)))]


def knock_rows(found: Visit, reader: Reader) -> Rows:
    """告诉了, 没人应, 要帮忙; nothing for any other visit."""
    ref = found.id or 0
    if notice_of(found.period_key) is None:
        return []
    rows: Rows = [
        [reader.key("button-knock-told", OutcomeButton(ref, Outcome.MET))],
        [
            reader.key("button-knock-silent", NobodyOpensButton(ref)),
            reader.key("button-knock-need", KnockNeedButton(ref)),
        ],
        [reader.key("button-phoned", OutcomeButton(ref, Outcome.PHONED))],
        [reader.key("button-knock-notice", KnockNoticeButton(ref))],
    ]
    if not found.postponed:
        rows.append([reader.key("button-move-visit", VisitTimesButton(ref))])
    rows.append([reader.key("button-stand-in", StandInsButton(ref, 0))])
    return [*rows, [reader.key("button-release", NoVisitButton(ref))]]


async def after_knock(uow: UnitOfWork, found: Visit, reader: Reader) -> Rows:
    """要帮忙 may still be said, once."""
    number = notice_of(found.period_key)
    told = found.outcome in (Outcome.MET, Outcome.PHONED)
    if number is None or not told:
        return []
    if await NoticeCases(uow.session).open_of_home(number, found.household_id):
        return []
    return [[reader.key("button-knock-need", KnockNeedButton(found.id or 0))]]
