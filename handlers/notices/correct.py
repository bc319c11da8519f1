"""更正 and 撤回."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.notices import correcting
from bot.storage.dialogs import Dialog
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notice_writing import NoticeFixButton
from bot.ui.buttons.notices import NoticeButton
from handlers.notices.compose import said_in
from handlers.notices.turning import turn_notice
from handlers.reading import message_of
from handlers.route import Answer, Handler, Route, on_button


async def on_ask_fix(update: Update, context: BotContext) -> None:
    """更正: which language, where it was written in several; else their next message."""
    number = NoticeButton.of(update).notice_id
    notice = await correcting.to_correct(context.uow, number, context.member)
    if len(notice.texts) > 1:
        await turn_notice(update, context, "notice_fix", number, number)
    else:
        await _ask(context, number, notice.language)


async def on_fix_language(update: Update, context: BotContext) -> None:
    """更正 in one language."""
    button = NoticeFixButton.of(update)
    if not 0 <= button.language < len(LANGUAGES):
        raise RuleError("no-stale-button")
    await _ask(context, button.notice_id, LANGUAGES[button.language])


async def _ask(context: BotContext, number: int, language: str) -> None:
    await correcting.ask_correction(context.uow, number, context.member, language, now=context.now)
    context.say("notice-fix-ask")


async def on_fix(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What it says from now on."""
    said, language = said_in(message_of(update)), dialog.detail["language"]
    await correcting.correct_notice(context.uow, dialog.ref, context.member, said, language, now=context.now)
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
ROUTES: list[Route] = [on_button(NoticeFixButton, on_fix_language)]
