"""The loop of most guides, with aiogram: a message to one chat after the other, and a sleep where it was a 429.

Otherwise like `ptb_teller`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench.meanwhile import NOTICE

_KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="OK", callback_data="fo:1")]],
)


async def _send(bot: Bot, chat: int, text: str) -> None:
    while True:
        try:
            await bot.send_message(chat, text, reply_markup=_KEYBOARD)
            return
        except TelegramRetryAfter as error:
            await asyncio.sleep(error.retry_after)


async def _tell(bot: Bot, chats: list[int]) -> None:
    for chat in chats:
        await _send(bot, chat, NOTICE)


async def _run(root: str, token: str, known: dict[str, list[int]]) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    dispatcher = Dispatcher()
    telling: set[asyncio.Task[None]] = set()

    async def on_message(message: Message) -> None:
        assert message.from_user is not None
        text = message.text or ""
        if text.startswith("/tell "):
            telling.add(asyncio.create_task(_tell(bot, known[text.removeprefix("/tell ")])))
            return
        team = known["teams"][message.message_id % len(known["teams"])]
        for chat in (message.from_user.id, message.chat.id, team):
            await _send(bot, chat, text)

    async def on_press(query: CallbackQuery) -> None:
        await query.answer("OK")
        await _send(bot, query.from_user.id, query.id)

    dispatcher.message.register(on_message)
    dispatcher.callback_query.register(on_press)
    await dispatcher.start_polling(bot)


def main() -> None:
    """Runs until told to stop."""
    root, token, chats = sys.argv[1:]
    asyncio.run(_run(root, token, json.loads(Path(chats).read_text())))


if __name__ == "__main__":
    main()
