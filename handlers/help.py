"""/help 帮助: what this person can do here."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.intake.context import BotContext, in_group
from bot.services.chats import help_in_group
from bot.ui.menu import menu_filter
from handlers.route import Route


async def on_help(update: Update, context: BotContext) -> None:
    """In private to whoever can be reached there; a group gets one short card at most every ten minutes."""
    chat = update.effective_chat
    if chat is not None and in_group(update):
        await help_in_group(context.uow, chat.id, now=context.now)
    if context.turn.member is not None and context.member.reachable:
        context.show("help", context.member.id, f"member:{context.member.id}")


ROUTES: list[Route] = [
    CommandHandler("help", on_help),
    MessageHandler(menu_filter("menu-help"), on_help),
]
