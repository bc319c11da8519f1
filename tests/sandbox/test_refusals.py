"""Telegram's noes, in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.refusals import Json
from tests.sandbox.conftest import ask, keyboard, refused


@pytest.fixture
async def met(mei: Person) -> Person:
    """Somebody who has pressed Start."""
    await mei.starts()
    return mei


async def test_a_bot_cannot_write_first(sandbox: Sandbox, mei: Person, building: Group) -> None:
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await refused(sandbox, "sendMessage", chat_id=mei.id, text="您好") == (403, words)
    stranger = sandbox.person("试路人")
    for nobody in (stranger.id, 5, -100, "@nobody"):
        answer = await refused(sandbox, "sendMessage", chat_id=nobody, text="您好")
        assert answer == (400, "Bad Request: chat not found")
    assert await refused(sandbox, "sendMessage", text="您好") == (400, "Bad Request: chat_id is empty")


async def test_a_person_who_blocked_the_bot_is_left_alone_until_they_start_again(
    sandbox: Sandbox, met: Person
) -> None:
    met.blocks()
    words = "Forbidden: bot was blocked by the user"
    assert await refused(sandbox, "sendMessage", chat_id=met.id, text="您好") == (403, words)
    await met.starts()
    await ask(sandbox, "sendMessage", chat_id=met.id, text="您好")


async def test_a_bot_that_was_thrown_out_or_left_is_told_so(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    small = sandbox.group("试小群", mei, supergroup=False)
    await mei.removes_bot(building)
    await mei.removes_bot(small)
    for group, kind in ((building, "supergroup"), (small, "group")):
        words = f"Forbidden: bot was kicked from the {kind} chat"
        assert await refused(sandbox, "sendMessage", chat_id=group.id, text="您好") == (403, words)

    other = sandbox.group("试另一个群", mei)
    await ask(sandbox, "leaveChat", chat_id=other.id)
    words = "Forbidden: bot is not a member of the supergroup chat"
    assert await refused(sandbox, "sendMessage", chat_id=other.id, text="您好") == (403, words)


async def test_a_group_that_moved_says_where_to(sandbox: Sandbox, mei: Person) -> None:
    group = sandbox.group("试小群", mei, supergroup=False)
    old = group.id
    group.migrates()

    status, body = await sandbox.call("sendMessage", {"chat_id": old, "text": "您好"})
    assert status == 400
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": group.id}
    await ask(sandbox, "sendMessage", chat_id=group.id, text="您好")
    assert mei.sees("您好", in_=group)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "长" * 4097}, "message is too long"),
        ({"text": "🔧" * 2049}, "message is too long"),
        ({"text": "好", "parse_mode": "Gemtext"}, "unsupported parse_mode"),
        ({"text": "好", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "好", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "好", "reply_markup": keyboard([("好", "x" * 65)])}, "BUTTON_DATA_INVALID"),
        ({"text": "好", "reply_markup": keyboard([("好", "楼" * 22)])}, "BUTTON_DATA_INVALID"),
        (
            {"text": "好", "reply_markup": {"inline_keyboard": [[{"text": "好"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "好", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "好", "reply_markup": {"inline_keyboard": [[{"text": "好", "url": "ftp://x.y"}]]}},
            "inline keyboard button URL 'ftp://x.y' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "好", "reply_markup": {"inline_keyboard": [{"text": "好"}]}},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
    ],
)
async def test_a_bad_message_is_refused(sandbox: Sandbox, met: Person, params: Json, words: str) -> None:
    answer = await refused(sandbox, "sendMessage", chat_id=met.id, **params)
    assert answer == (400, f"Bad Request: {words}")
    assert not met.sees("好")


async def test_what_just_fits_is_accepted(sandbox: Sandbox, met: Person) -> None:
    await ask(sandbox, "sendMessage", chat_id=met.id, text="长" * 4096)
    await ask(sandbox, "sendMessage", chat_id=met.id, text=f"<b>{'长' * 4096}</b>", parse_mode="HTML")
    await ask(sandbox, "sendMessage", chat_id=met.id, text="好", reply_markup=keyboard([("好", "x" * 64)]))


async def test_a_caption_holds_1024_after_parsing(sandbox: Sandbox, met: Person) -> None:
    (photo,) = await met.sends("photo")
    assert photo.media is not None
    sends: dict[str, Any] = {"chat_id": met.id, "photo": photo.media.file_id, "parse_mode": "HTML"}
    answer = await refused(sandbox, "sendPhoto", **sends, caption="长" * 1025)
    assert answer == (400, "Bad Request: message caption is too long")
    await ask(sandbox, "sendPhoto", **sends, caption=f"<i>{'长' * 1024}</i>")


async def test_a_file_must_exist_and_be_of_the_kind_it_is_sent_as(sandbox: Sandbox, met: Person) -> None:
    (voice,) = await met.sends("voice")
    assert voice.media is not None
    chat = {"chat_id": met.id}
    assert await refused(sandbox, "sendPhoto", **chat, photo="nothing") == (
        400,
        "Bad Request: wrong file identifier/HTTP URL specified",
    )
    assert await refused(sandbox, "sendPhoto", **chat, photo=voice.media.file_id) == (
        400,
        "Bad Request: can't use file of type VoiceNote as Photo",
    )
    assert await refused(sandbox, "sendPhoto", **chat) == (
        400,
        "Bad Request: there is no photo in the request",
    )
    assert await refused(sandbox, "getFile", file_id="nothing") == (400, "Bad Request: invalid file_id")


async def test_a_method_telegram_does_not_have_and_a_token_it_does_not_know(sandbox: Sandbox) -> None:
    assert await refused(sandbox, "sendTelepathy") == (404, "Not Found: method not found")
    status, body = await sandbox.answer("123456:not-this-one", "getMe", {})
    assert (status, body["description"]) == (401, "Unauthorized")
    assert (await sandbox.call("GETME", {}))[0] == 200


async def test_a_protected_message_is_kept_so_and_goes_nowhere_else(sandbox: Sandbox, met: Person) -> None:
    sent = await ask(sandbox, "sendMessage", chat_id=met.id, text="李阿姨，502", protect_content=True)
    assert sent["has_protected_content"] is True
    assert met.last().protected
    source = {"chat_id": met.id, "from_chat_id": met.id, "message_id": sent["message_id"]}
    assert await refused(sandbox, "copyMessage", **source) == (
        400,
        "Bad Request: the message can't be copied",
    )
    assert await refused(sandbox, "forwardMessage", **source) == (
        400,
        "Bad Request: the message can't be forwarded",
    )


async def test_only_an_admin_pins_in_a_group(sandbox: Sandbox, mei: Person, building: Group) -> None:
    sent = await ask(sandbox, "sendMessage", chat_id=building.id, text="停水通知")
    pin = {"chat_id": building.id, "message_id": sent["message_id"]}
    words = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert (await refused(sandbox, "pinChatMessage", **pin))[1].startswith(words)

    building.bot_admin = True
    await ask(sandbox, "pinChatMessage", **pin)
    assert (await ask(sandbox, "getChat", chat_id=building.id))["pinned_message"]["text"] == "停水通知"
    await ask(sandbox, "unpinChatMessage", **pin)
    assert await refused(sandbox, "unpinChatMessage", **pin) == (
        400,
        "Bad Request: message to unpin not found",
    )


async def test_where_only_admins_may_write_the_bot_must_be_one(sandbox: Sandbox, building: Group) -> None:
    building.mutes()
    words = "Bad Request: not enough rights to send text messages to the chat"
    assert await refused(sandbox, "sendMessage", chat_id=building.id, text="您好") == (400, words)
    building.bot_admin = True
    await ask(sandbox, "sendMessage", chat_id=building.id, text="您好")
