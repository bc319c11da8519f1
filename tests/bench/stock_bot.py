"""A bot as most are: PTB's own polling over httpx, everything in memory, lost on a crash.

It says as many messages as Linli does: three for a report (to the group, to its writer, to a team's group), and for
a press the answer and one edit.
"""

from __future__ import annotations

import argparse

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from tests.bench.own_report import OwnReport

_KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("OK", callback_data="fo:1")]])


def main() -> None:
    """Runs until told to stop, then says what it used."""
    asked = argparse.ArgumentParser()
    asked.add_argument("root")
    asked.add_argument("token")
    asked.add_argument("teams", type=int, nargs="+")
    given = asked.parse_args()
    report = OwnReport()

    async def on_message(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message, sender = update.effective_message, update.effective_user
        assert message is not None
        assert sender is not None
        team = given.teams[update.update_id % len(given.teams)]
        for chat_id in (message.chat_id, sender.id, team):
            await context.bot.send_message(
                chat_id, f"<b>{message.text}</b>", parse_mode=ParseMode.HTML, reply_markup=_KEYBOARD
            )

    async def on_press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer("OK")
        await query.edit_message_text(
            f"<b>{update.update_id}</b>", parse_mode=ParseMode.HTML, reply_markup=_KEYBOARD
        )

    application = ApplicationBuilder().token(given.token).base_url(f"{given.root}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, on_message))
    application.add_handler(CallbackQueryHandler(on_press))
    application.run_polling(allowed_updates=["message", "callback_query"])
    report.say()


if __name__ == "__main__":
    main()
