"""/mydata 我的资料 and /forgetme 忘记我."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.leaving import ask_to_forget, forget, stay
from bot.services.mydata import gather
from bot.ui.bundles import DEFAULT
from bot.ui.buttons.privacy import ForgetButton, ForgetForGoodButton, StayKnownButton
from bot.ui.i18n import words_for
from bot.ui.menu import word_filter
from bot.ui.mydata import documents
from handlers.reading import message_of
from handlers.route import Route, on_button

_KEPT = timedelta(hours=47)


async def on_mydata(update: Update, context: BotContext) -> None:
    """Two files in private, taken away again before Telegram forbids it."""
    member, zone = context.member, context.playbook.zone
    if not member.reachable:
        raise RuleError("no-start-first")
    data = await gather(context.uow, member, now=context.now)
    for name, content in documents(data, words_for(member.language, zone), zone):
        dedupe = f"mydata:{context.round}:{name.rpartition('.')[2]}"
        key = "mydata-here" if name.endswith(".txt") else None
        context.uow.send_document(
            member.telegram_id, name, content, dedupe=dedupe, now=context.now, key=key, delete_after=_KEPT
        )


async def on_forgetme(update: Update, context: BotContext) -> None:
    """What forgetting means, and the first of two presses."""
    await ask_to_forget(context.uow, context.member, now=context.now, round_=context.round)


async def on_forget(update: Update, context: BotContext) -> None:
    """The first press: asked once more, on the same message."""
    button, message = ForgetButton.of(update), message_of(update)
    sure = "forget_keep" if button.keep else "forget_all"
    await ask_to_forget(
        context.uow, context.member, now=context.now, round_=0, at=message.message_id, sure=sure
    )


async def on_forget_for_good(update: Update, context: BotContext) -> None:
    """The second press."""
    button, member = ForgetForGoodButton.of(update), context.member
    pseudonym = words_for(DEFAULT, context.playbook.zone).plain("gone-name", no=str(member.id))
    await forget(context.uow, member, pseudonym, keep_open=bool(button.keep), now=context.now)
    context.toast("toast-forgotten")


async def on_stay(update: Update, context: BotContext) -> None:
    """先不忘."""
    StayKnownButton.of(update)
    await stay(context.uow, context.member, message_of(update).message_id, now=context.now)
    context.toast("toast-not-forgotten")


ROUTES: list[Route] = [
    CommandHandler("mydata", on_mydata),
    MessageHandler(word_filter("words-mydata"), on_mydata),
    CommandHandler("forgetme", on_forgetme, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-forgetme"), on_forgetme),
    on_button(ForgetButton, on_forget),
    on_button(ForgetForGoodButton, on_forget_for_good),
    on_button(StayKnownButton, on_stay),
]
