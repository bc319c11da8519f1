"""What is written directly reads as what PTB would have written."""

from __future__ import annotations

import json

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, WebAppInfo

from bot.wire.form import plain
from bot.wire.telegram import WireBot
from tests.wire.server import Server, result

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("认领 & 撤销", callback_data="cl:12")],
        [
            InlineKeyboardButton("看", url="https://t.me/linli?start=case_1"),
            InlineKeyboardButton("网页", web_app=WebAppInfo("https://example.org/")),
        ],
    ]
)


def test_a_keyboard_is_written_as_ptb_writes_it() -> None:
    assert json.dumps(plain(KEYBOARD)) == json.dumps(KEYBOARD.to_dict())
    below = ReplyKeyboardMarkup([["我的事", "求助"]], resize_keyboard=True)
    assert plain(below) == below.to_dict()


async def test_every_kind_of_value_arrives_and_nothing_is_sent_of_what_was_not_said(
    bot: WireBot, server: Server
) -> None:
    server.script = result({"message_id": 5})
    text = "100 % + 1 = 电梯 👨‍👩‍👧\n~-_.ab/?&"
    made = await bot.raw_call(
        "sendMessage", chat_id=-100, text=text, reply_markup=KEYBOARD, silent=True, reply_parameters=None
    )
    assert made == {"message_id": 5}
    form = dict(server.heard[0].form)
    assert json.loads(form.pop("reply_markup")) == KEYBOARD.to_dict()
    assert form == {"chat_id": "-100", "text": text, "silent": "true"}
