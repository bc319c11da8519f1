"""aiogram's own polling, everything in memory, lost on a crash; it deals with many updates at a time.

It says the same messages as `stock_bot`.
"""

from __future__ import annotations

import argparse
import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench.own_report import OwnReport

_KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="OK", callback_data="fo:1")]])


async def _run(root: str, token: str, teams: list[int]) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    dispatcher = Dispatcher()

    async def on_message(message: Message) -> None:
        assert message.from_user is not None
        team = teams[message.message_id % len(teams)]
        for chat in (message.chat.id, message.from_user.id, team):
            text = f"<b>{message.text}</b>"
            await bot.send_message(chat, text, parse_mode=ParseMode.HTML, reply_markup=_KEYBOARD)

    async def on_press(query: CallbackQuery) -> None:
        await query.answer("OK")
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"<b>{query.id}</b>", parse_mode=ParseMode.HTML, reply_markup=_KEYBOARD)

    dispatcher.message.register(on_message)
    dispatcher.callback_query.register(on_press)
    await dispatcher.start_polling(bot, allowed_updates=["message", "callback_query"])


def main() -> None:
    """Runs until told to stop, then says what it used."""
    asked = argparse.ArgumentParser()
    asked.add_argument("root")
    asked.add_argument("token")
    asked.add_argument("teams", type=int, nargs="+")
    given = asked.parse_args()
    report = OwnReport()
    asyncio.run(_run(given.root, given.token, given.teams))
    report.say()


if __name__ == "__main__":
    main()
