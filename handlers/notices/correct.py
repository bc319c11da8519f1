"""更正 and 撤回."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.notices import correcting
from bot.storage.dialogs import Dialog
from bot.ui.buttons.notices import NoticeButton
from handlers.notices.compose import said_in
from handlers.notices.turning import turn_notice
from handlers.reading import message_of
from handlers.route import Answer, Handler


async def on_ask_fix(update: Update, context: BotContext) -> None:
    """更正: their next message."""
    number = NoticeButton.of(update).notice_id
    await correcting.ask_correction(context.uow, number, context.member, now=context.now)
    context.say("notice-fix-ask")


async def on_fix(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What it says from now on."""
    words = said_in(message_of(update)).words
    await correcting.correct_notice(context.uow, dialog.ref, context.member, words, now=context.now)
    context.say("notice-fixed")


async def on_withdraw(update: Update, context: BotContext) -> None:
    """撤回."""
    number = NoticeButton.of(update).notice_id
    await correcting.withdraw_notice(context.uow, number, context.member, now=context.now)
    await turn_notice(update, context, "notice", number, number)
    context.toast("toast-notice-withdrawn")


ACTS: dict[str, Handler] = {"withdraw": on_withdraw, "fix": on_ask_fix}
CARDS = {"ask": "notice_withdraw"}
ANSWERS: dict[str, Answer] = {"notice_fix": on_fix}
