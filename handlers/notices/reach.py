"""Whom a notice has reached: as a file, and 请人敲门; and at the doors, what it says and who needs help."""

from __future__ import annotations

from telegram import Update

from bot.domain.visit import Outcome
from bot.intake.context import BotContext
from bot.services.notices import helping, knocking, reading, tabling
from bot.services.visits.promising import tell_outcome
from bot.services.visits.telling import need_at_door
from bot.ui.bundles import DEFAULT
from bot.ui.buttons.receiving import KnockButton, KnockNeedButton, KnockNoticeButton, ReachTableButton
from bot.ui.i18n import words_for
from handlers.route import Route, on_button


async def on_table(update: Update, context: BotContext) -> None:
    """表格."""
    say = words_for(context.member.language, context.playbook.zone).plain
    ref = ReachTableButton.of(update).notice_id
    await tabling.send_table(context.uow, ref, context.member, say, now=context.now)
    context.toast("toast-below")


async def on_knock(update: Update, context: BotContext) -> None:
    """请人敲门."""
    ref = KnockButton.of(update).notice_id
    count = await knocking.send_knocks(context.uow, ref, context.member, now=context.now)
    context.toast("toast-knock-sent", count=count)


async def on_read(update: Update, context: BotContext) -> None:
    """看通知."""
    ref = KnockNoticeButton.of(update).visit_id
    await reading.read_for_door(context.uow, ref, context.member, now=context.now, round_=context.round)
    context.toast("toast-below")


async def on_need(update: Update, context: BotContext) -> None:
    """要帮忙: told, and a case; what they write next belongs to it."""
    ref, words = KnockNeedButton.of(update).visit_id, words_for(DEFAULT, context.playbook.zone)
    visit = await context.uow.visits.get(ref)
    if visit.is_waiting:
        await tell_outcome(context.uow, ref, Outcome.MET, by=context.member, now=context.now)
    text = words.plain("knock-need-report")
    case = await need_at_door(context.uow, ref, text, by=context.member, now=context.now)
    await helping.listen(context.uow, case, context.member, now=context.now)
    context.say("knock-need-ask", no=case.number)


ROUTES: list[Route] = [
    on_button(ReachTableButton, on_table),
    on_button(KnockButton, on_knock),
    on_button(KnockNoticeButton, on_read),
    on_button(KnockNeedButton, on_need),
]
