"""/unknown and /dead: what got stuck between us and Telegram."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.intake.context import BotContext
from bot.services.upkeep import show_stuck
from bot.ui.menu import word_filter
from handlers.route import Route


async def on_unknown(update: Update, context: BotContext) -> None:
    """/unknown or 没送到."""
    await show_stuck(context.uow, "unknown", context.member, now=context.now, round_=context.round)


async def on_dead(update: Update, context: BotContext) -> None:
    """/dead or 没办成."""
    await show_stuck(context.uow, "dead", context.member, now=context.now, round_=context.round)


ROUTES: list[Route] = [
    CommandHandler("unknown", on_unknown),
    MessageHandler(word_filter("words-unknown"), on_unknown),
    CommandHandler("dead", on_dead),
    MessageHandler(word_filter("words-dead"), on_dead),
]
