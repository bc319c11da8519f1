"""What handlers and cards hand to PTB arrives as it was meant."""

from __future__ import annotations

import io
import json

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest

from bot.wire.telegram import WireBot
from tests.wire.server import Server, answer, result

MESSAGE = {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}}


async def test_text_keyboard_and_emoji_arrive_whole(bot: WireBot, server: Server) -> None:
    server.script = result(MESSAGE)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("认领", callback_data="claim:12")]])
    await bot.send_message(-100, "电梯坏了 & 3号楼 = 👨‍👩‍👧", reply_markup=keyboard, parse_mode="HTML")
    form = server.heard[0].form
    assert form["chat_id"] == "-100"
    assert form["text"] == "电梯坏了 & 3号楼 = 👨‍👩‍👧"
    assert json.loads(form["reply_markup"])["inline_keyboard"][0][0]["text"] == "认领"


async def test_half_an_emoji_becomes_a_question_mark_and_stops_nothing(bot: WireBot, server: Server) -> None:
    server.script = result(MESSAGE)
    await bot.send_message(1, "好\ud83d")
    await bot.send_document(1, b"x", filename="好\ud83d.txt", caption="好\ud83d")
    assert server.heard[0].form["text"] == "好?"
    assert server.heard[1].parts["caption"][1] == "好?".encode()
    assert server.heard[1].parts["document"] == ("好?.txt", b"x")


async def test_what_cannot_be_written_is_refused_and_not_tried(bot: WireBot, server: Server) -> None:
    with pytest.raises(BadRequest, match="cannot be written: TypeError"):
        await bot.do_api_request("sendMessage2", api_kwargs={"text": {object()}})
    assert server.heard == []


async def test_a_call_without_arguments_has_an_empty_body(bot: WireBot, server: Server) -> None:
    server.script = result({"id": 7, "is_bot": True, "first_name": "邻里"})
    assert (await bot.get_me()).first_name == "邻里"
    assert server.heard[0].body == b""
    assert server.heard[0].headers["Content-Length"] == "0"


async def test_a_file_keeps_its_chinese_name_its_caption_and_every_byte(bot: WireBot, server: Server) -> None:
    server.script = result(MESSAGE)
    content = bytes(range(256)) * 4000
    await bot.send_document(1, content, filename='清单"1"\r\n.xlsx', caption="六月")
    await bot.send_document(1, io.BytesIO(content), filename="b.bin")
    parts = server.heard[0].parts
    assert parts["document"] == ("清单'1'__.xlsx", content)
    assert parts["caption"] == (None, "六月".encode())
    assert server.heard[1].parts["document"] == ("b.bin", content)


async def test_an_album_names_the_parts_that_hold_its_pictures(bot: WireBot, server: Server) -> None:
    server.script = result([MESSAGE, MESSAGE])
    await bot.send_media_group(1, [InputMediaPhoto(b"one"), InputMediaPhoto(b"two"), InputMediaPhoto("id3")])
    parts = server.heard[0].parts
    media = [item["media"] for item in json.loads(parts["media"][1])]
    assert [parts[name.removeprefix("attach://")][1] for name in media[:2]] == [b"one", b"two"]
    assert media[2] == "id3"


async def test_an_upload_may_take_longer_than_an_answer(bot: WireBot, server: Server) -> None:
    server.script, server.deaf_for = result(MESSAGE), 0.7
    await bot.send_document(1, bytes(12_000_000), filename="大.bin")
    assert len(server.heard[0].parts["document"][1]) == 12_000_000


async def test_a_refused_upload_tells_telegrams_words(bot: WireBot, server: Server) -> None:
    server.script = answer(400, {"ok": False, "description": "Bad Request: IMAGE_PROCESS_FAILED"})
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(1, b"no picture")
