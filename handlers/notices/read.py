"""收到 in the groups, and /notices for everybody."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.intake.context import BotContext, in_group
from bot.services.chats import known_group, show_group
from bot.services.notices import reading
from bot.ui.buttons.notices import ReadNoticeButton
from bot.ui.menu import word_filter
from handlers.reading import message_of
from handlers.route import Route, on_button


async def on_notices(update: Update, context: BotContext) -> None:
    """/notices: what still holds."""
    if in_group(update):
        chat = message_of(update).chat
        await known_group(context.uow, chat.id, chat.title)
        show_group(context.uow, "notices", 0, chat.id, now=context.now, round_=context.round)
    else:
        context.show("notices", context.member.id, f"member:{context.member.id}")


async def on_read(update: Update, context: BotContext) -> None:
    """One of the list."""
    number = ReadNoticeButton.of(update).notice_id
    await reading.read_notice(context.uow, number, context.member, now=context.now, round_=context.round)


CARDS = {"reach": "notice_reach"}
ROUTES: list[Route] = [
    CommandHandler("notices", on_notices),
    MessageHandler(word_filter("words-notices"), on_notices),
    on_button(ReadNoticeButton, on_read),
]
