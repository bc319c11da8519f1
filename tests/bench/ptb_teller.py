"""A bot as most are: PTB's own polling, everything in memory, and AIORateLimiter, which waits out each 429.

It says as much as Linli does: three messages for a report, an answer and a message for a press; `/tell groups` or
`/tell people` begins a notice, one chat after the other, while it goes on answering.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import (
    AIORateLimiter,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.bench.meanwhile import NOTICE

_KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("OK", callback_data="fo:1")]])
_RETRIES = 20


async def _tell(bot: Bot, chats: list[int]) -> None:
    for chat in chats:
        try:
            await bot.send_message(chat, NOTICE, reply_markup=_KEYBOARD)
        except TelegramError as error:
            print(error, file=sys.stderr)


def main() -> None:
    """Runs until told to stop."""
    root, token, chats = sys.argv[1:]
    known = json.loads(Path(chats).read_text())
    telling: set[asyncio.Task[None]] = set()

    async def on_tell(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert context.args
        telling.add(asyncio.create_task(_tell(context.bot, known[context.args[0]])))

    async def on_message(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message, sender = update.effective_message, update.effective_user
        assert message is not None
        assert sender is not None
        team = known["teams"][update.update_id % len(known["teams"])]
        for chat_id in (sender.id, message.chat_id, team):
            await context.bot.send_message(chat_id, f"{message.text}", reply_markup=_KEYBOARD)

    async def on_press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer("OK")
        await context.bot.send_message(query.from_user.id, f"{update.update_id}", reply_markup=_KEYBOARD)

    limiter = AIORateLimiter(max_retries=_RETRIES)
    builder = ApplicationBuilder().token(token).base_url(f"{root}/bot").rate_limiter(limiter)
    application = builder.concurrent_updates(True).build()
    application.add_handler(CommandHandler("tell", on_tell))
    application.add_handler(MessageHandler(filters.TEXT, on_message))
    application.add_handler(CallbackQueryHandler(on_press))
    application.run_polling(allowed_updates=["message", "callback_query"])


if __name__ == "__main__":
    main()
