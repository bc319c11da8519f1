"""What people write, and how the bot hears it."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.conftest import ask, hears, keyboard


async def test_a_private_message_reaches_the_bot_as_telegram_would_tell_it(
    sandbox: Sandbox, mei: Person
) -> None:
    said = await mei.says("电梯坏了")

    (update,) = await hears(sandbox)
    assert update["message"] == {
        "message_id": said.id,
        "from": {"id": mei.id, "is_bot": False, "first_name": "试阿梅", "language_code": "zh-hans"},
        "chat": {"id": mei.id, "first_name": "试阿梅", "type": "private"},
        "date": 1795309200,
        "text": "电梯坏了",
    }


async def test_pressing_start_with_a_deep_link_sends_the_payload_as_a_command(
    sandbox: Sandbox, mei: Person
) -> None:
    await mei.follows("https://t.me/linli_bot?start=claim_12")

    (update,) = await hears(sandbox)
    assert update["message"]["text"] == "/start claim_12"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_link_to_somewhere_else_is_not_followed(mei: Person) -> None:
    with pytest.raises(ValueError, match="does not lead to @linli_bot"):
        await mei.follows("https://t.me/another_bot?start=1")


async def test_a_start_payload_telegram_would_not_carry_is_an_error_in_the_test_itself(mei: Person) -> None:
    with pytest.raises(ValueError, match="at most 64"):
        await mei.starts("x" * 65)
    with pytest.raises(ValueError, match="at most 64"):
        await mei.follows("https://t.me/linli_bot?start=%E6%A5%BC")


async def test_a_long_text_is_split_as_clients_split_it_and_nothing_is_lost(
    sandbox: Sandbox, mei: Person
) -> None:
    text = "很长的话。" * 2000

    first = await mei.says(text)

    pieces = [update["message"]["text"] for update in await hears(sandbox)]
    assert "".join(pieces) == text
    assert [len(piece) for piece in pieces] == [4096, 4096, 1808]
    assert first.text == pieces[0]


async def test_an_emoji_is_never_cut_in_half_by_splitting(sandbox: Sandbox, mei: Person) -> None:
    await mei.says("好" + "🔧" * 3000)

    pieces = [update["message"]["text"] for update in await hears(sandbox)]
    assert "".join(pieces) == "好" + "🔧" * 3000
    assert len(pieces[0]) == 2048


async def test_an_album_arrives_as_several_messages_with_the_caption_on_the_first(
    sandbox: Sandbox, mei: Person
) -> None:
    await mei.sends("photo", caption="电梯门", album=3)

    messages = [update["message"] for update in await hears(sandbox)]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["电梯门", None, None]
    assert all(message["photo"] for message in messages)


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document"])
async def test_whatever_a_person_sends_can_be_downloaded(sandbox: Sandbox, mei: Person, kind: str) -> None:
    await mei.sends(kind)

    (update,) = await hears(sandbox)
    media = update["message"][kind]
    file_id = (media[-1] if kind == "photo" else media)["file_id"]
    file = await ask(sandbox, "getFile", file_id=file_id)
    content = sandbox.files.download(file["file_path"])
    assert content is not None
    assert len(content) == file["file_size"] > 0


async def test_what_a_client_would_not_send_is_an_error_in_the_test_itself(mei: Person) -> None:
    with pytest.raises(ValueError, match="empty message"):
        await mei.says("  ")
    with pytest.raises(ValueError, match="album"):
        await mei.sends("voice", album=2)
    with pytest.raises(ValueError, match="at most 1024"):
        await mei.sends("photo", caption="长" * 1025)


async def test_a_reply_carries_the_message_it_answers(
    sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    first = await mei.says("楼道灯不亮", in_=building)
    await chen.says("/report", in_=building, reply_to=first)

    (update,) = await hears(sandbox)
    assert update["message"]["reply_to_message"]["text"] == "楼道灯不亮"
    assert update["message"]["reply_to_message"]["from"]["id"] == mei.id


async def test_a_person_sees_what_is_there_and_not_what_was_taken_back(sandbox: Sandbox, mei: Person) -> None:
    await mei.starts()
    sent = await ask(sandbox, "sendMessage", chat_id=mei.id, text="请到3号楼502")
    assert mei.sees("3号楼")

    await ask(sandbox, "deleteMessage", chat_id=mei.id, message_id=sent["message_id"])

    assert not mei.sees("3号楼")
    with pytest.raises(LookupError, match="said nothing"):
        mei.last()


async def test_the_bot_is_run_after_each_act_so_the_answer_is_there_to_see(
    sandbox: Sandbox, mei: Person
) -> None:
    async def answer() -> None:
        for update in await hears(sandbox):
            await ask(sandbox, "sendMessage", chat_id=update["message"]["chat"]["id"], text="收到了")

    sandbox.on_action = answer
    await mei.says("电梯坏了")

    assert mei.last().text == "收到了"


async def test_a_reply_keyboard_stays_until_it_is_removed_and_its_keys_write(
    sandbox: Sandbox, mei: Person
) -> None:
    await mei.starts()
    keys = {"keyboard": [["我要报事", "我的事"], [{"text": "求助"}]]}
    await ask(sandbox, "sendMessage", chat_id=mei.id, text="您好", reply_markup=keys)
    assert mei.keyboard == ["我要报事", "我的事", "求助"]
    await hears(sandbox)

    await mei.presses("求助")
    (update,) = await hears(sandbox)
    assert update["message"]["text"] == "求助"

    await ask(sandbox, "sendMessage", chat_id=mei.id, text="好", reply_markup={"remove_keyboard": True})
    assert mei.keyboard == []


async def test_somebody_outside_a_group_cannot_write_there(sandbox: Sandbox, building: Group) -> None:
    stranger = sandbox.person("试路人")
    with pytest.raises(PermissionError, match="not in 试3号楼"):
        await stranger.says("你们好", in_=building)


async def test_every_request_is_kept_with_its_parameters_or_as_many_as_asked(
    sandbox: Sandbox, mei: Person
) -> None:
    await mei.starts()
    await ask(sandbox, "sendMessage", chat_id=mei.id, text="一", reply_markup=keyboard([("好", "x")]))
    assert [request.method for request in sandbox.requests] == ["sendMessage"]
    assert sandbox.requests[0].params["text"] == "一"

    forgetful = Sandbox(now=sandbox.now, monotonic=sandbox.monotonic, keep=2)
    for _ in range(5):
        await ask(forgetful, "getMe")
    assert len(forgetful.requests) == 2
