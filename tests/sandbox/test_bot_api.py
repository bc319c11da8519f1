"""What the sandbox says is what Telegram documents, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.methods import METHODS
from bot.sandbox.refusals import Json
from tests.sandbox.bot_api_types import DESCRIPTION, BotApi
from tests.sandbox.conftest import ask, keyboard

pytestmark = pytest.mark.skipif(
    not DESCRIPTION.exists(), reason=f"{DESCRIPTION.name}, the Bot API as data, is not beside this checkout"
)
EVERY_KIND = ["message", "callback_query", "my_chat_member", "chat_member"]


@pytest.fixture(scope="module")
def api() -> BotApi:
    return BotApi()


def test_every_method_here_is_one_telegram_has(api: BotApi) -> None:
    assert METHODS.keys() <= {name.lower() for name in api.methods}


def test_what_is_not_as_documented_would_be_noticed(api: BotApi) -> None:
    chat = {"id": 1, "type": "private"}
    assert api.problems(["Message"], {"message_id": 1, "date": 1, "chat": chat}, "m") == []
    assert api.problems(["Message"], {"message_id": "1", "chat": chat, "new": 1}, "m") == [
        "m: Message has no new",
        "m.message_id: '1' is no Integer",
        "m: Message needs date",
    ]


async def _everything_happens(sandbox: Sandbox, mei: Person, chen: Person, group: Group) -> None:
    await ask(sandbox, "getUpdates", allowed_updates=EVERY_KIND)
    await mei.starts("x")
    for kind in ("photo", "voice", "video", "document"):
        await mei.sends(kind, caption="看 https://example.org")
    await mei.sends("photo", album=2)
    said = await mei.says("/report <b>电梯</b> #报修 @linli_bot +86 138 0000 0000", in_=group)
    await chen.says("/report", in_=group, reply_to=said)
    await mei.says_anonymously("/todo", group)
    await mei.removes_bot(group)
    await mei.adds_bot(group, admin=True)
    await chen.leaves(group)
    await chen.joins(group)
    mei.blocks()
    mei.unblocks()
    small = sandbox.group("试小群", mei, supergroup=False)
    await mei.removes_bot(small)
    await mei.adds_bot(small)
    small.migrates()
    markup = keyboard([("好", "x")])
    for gone in (False, True):
        sent = await ask(sandbox, "sendMessage", chat_id=group.id, text="T12", reply_markup=markup)
        message = mei.last(group)
        if gone:
            await ask(sandbox, "deleteMessage", chat_id=group.id, message_id=sent["message_id"])
        await mei.presses_data("x", on=message, in_=group)


async def test_every_update_has_what_telegram_documents(
    api: BotApi, sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    await _everything_happens(sandbox, mei, chen, building)
    updates = await ask(sandbox, "getUpdates")
    assert {list(update)[1] for update in updates} == set(EVERY_KIND)
    assert [wrong for update in updates for wrong in api.problems(["Update"], update, "update")] == []


async def test_every_method_returns_what_telegram_documents(
    api: BotApi, sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    building.bot_admin = True
    wrong: list[str] = []
    for method, params, files in await _one_call_of_each(sandbox, mei, building):
        status, body = await sandbox.call(method, params, files)
        assert status == 200, (method, body)
        wrong += api.problems_of_result(method, body["result"])
    assert wrong == []


async def _one_call_of_each(
    sandbox: Sandbox, mei: Person, group: Group
) -> list[tuple[str, Json, dict[str, bytes]]]:
    said = await mei.starts()
    (photo,) = await mei.sends("photo")
    assert photo.media is not None
    press = await mei.presses_data("x", on=said)
    chat: Json = {"chat_id": group.id}
    sent = await ask(sandbox, "sendMessage", **chat, text="T12")
    other = await ask(sandbox, "sendPhoto", **chat, photo=photo.media.file_id)
    card, picture = chat | {"message_id": sent["message_id"]}, chat | {"message_id": other["message_id"]}
    copied = {"chat_id": mei.id, "from_chat_id": mei.id, "message_id": said.id}
    media = [{"type": "photo", "media": photo.media.file_id}, {"type": "video", "media": "attach://v"}]
    calls: list[tuple[str, Json]] = [
        *_ABOUT_ITSELF,
        ("sendMessage", chat | {"text": "<b>好</b>", "parse_mode": "HTML", "protect_content": True}),
        ("sendMessage", chat | {"text": "好", "reply_parameters": {"message_id": sent["message_id"]}}),
        *((f"send{kind.title()}", chat | {"caption": "好"}) for kind in _UPLOADS),
        ("sendMediaGroup", chat | {"media": media}),
        ("copyMessage", copied),
        ("forwardMessage", copied),
        ("editMessageText", card | {"text": "改了", "reply_markup": keyboard([("好", "x")])}),
        ("editMessageReplyMarkup", card),
        ("editMessageCaption", picture | {"caption": "改了"}),
        ("editMessageMedia", picture | {"media": {"type": "photo", "media": photo.media.file_id}}),
        ("pinChatMessage", card),
        ("getChat", chat),
        ("getChat", {"chat_id": mei.id}),
        ("unpinChatMessage", card),
        ("setMessageReaction", card | {"reaction": [{"type": "emoji", "emoji": "👍"}]}),
        ("sendChatAction", chat | {"action": "typing"}),
        ("deleteMessage", card),
        ("deleteMessages", chat | {"message_ids": [picture["message_id"]]}),
        ("answerCallbackQuery", {"callback_query_id": press.id, "text": "好"}),
        ("getFile", {"file_id": photo.media.file_id}),
        *(("getChatMember", chat | {"user_id": who.id}) for who in (mei, sandbox.bot)),
        *((f"getChat{facts}", chat) for facts in ("Administrators", "MemberCount")),
        ("leaveChat", chat),
    ]
    assert {method.lower() for method, _ in calls} == METHODS.keys()
    return [(method, params, _files(method)) for method, params in calls]


_ABOUT_ITSELF: list[tuple[str, Json]] = [
    ("getMe", {}),
    ("getUpdates", {}),
    ("setMyCommands", {"commands": [{"command": "report", "description": "报一件事"}]}),
    ("getMyCommands", {}),
    ("deleteMyCommands", {}),
    ("setChatMenuButton", {}),
    ("setWebhook", {"url": ""}),
    ("getWebhookInfo", {}),
    ("deleteWebhook", {}),
]
_UPLOADS = ("photo", "video", "voice", "audio", "document", "animation")


def _files(method: str) -> dict[str, Any]:
    if method == "sendMediaGroup":
        return {"v": b"..."}
    kind = method.removeprefix("send").lower()
    return {kind: b"..."} if kind in _UPLOADS else {}
