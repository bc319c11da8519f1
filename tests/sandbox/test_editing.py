"""Living cards: changing and taking back what was said."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.refusals import Json
from tests.sandbox.conftest import Time, ask, keyboard, refused

UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@pytest.fixture
async def card(sandbox: Sandbox, building: Group) -> Json:
    """Where a card is, as the parameters of an edit."""
    sent = await ask(
        sandbox,
        "sendMessage",
        chat_id=building.id,
        text="<b>T12</b> 还差 1 人",
        parse_mode="HTML",
        reply_markup=keyboard([("认领", "c:12")]),
    )
    return {"chat_id": building.id, "message_id": sent["message_id"]}


async def test_an_edit_shows_at_once_and_buttons_not_repeated_are_gone(
    sandbox: Sandbox, mei: Person, building: Group, card: Json
) -> None:
    await ask(sandbox, "editMessageText", **card, text="试老陈去，谢谢")

    message = mei.last(building)
    assert message.text == "试老陈去，谢谢"
    assert message.edited
    assert message.buttons == []


async def test_an_edit_that_changes_nothing_is_refused(sandbox: Sandbox, card: Json) -> None:
    same = {
        "text": "<b>T12</b> 还差 1 人",
        "parse_mode": "HTML",
        "reply_markup": keyboard([("认领", "c:12")]),
    }
    assert await refused(sandbox, "editMessageText", **card, **same) == (400, UNCHANGED)
    await ask(sandbox, "editMessageText", **card, **same | {"text": "T12 还差 1 人"})


async def test_buttons_alone_can_change(sandbox: Sandbox, mei: Person, building: Group, card: Json) -> None:
    await ask(sandbox, "editMessageReplyMarkup", **card, reply_markup=keyboard([("办好了", "d:12")]))
    assert mei.last(building).buttons[0][0].text == "办好了"
    assert not mei.last(building).edited
    await ask(sandbox, "editMessageReplyMarkup", **card)
    assert await refused(sandbox, "editMessageReplyMarkup", **card) == (400, UNCHANGED)


async def test_what_is_gone_cannot_be_edited(sandbox: Sandbox, card: Json) -> None:
    await ask(sandbox, "deleteMessage", **card)
    gone = (400, "Bad Request: message to edit not found")
    assert await refused(sandbox, "editMessageText", **card, text="x") == gone
    assert await refused(sandbox, "editMessageText", **card | {"message_id": 999}, text="x") == gone
    assert await refused(sandbox, "deleteMessage", **card) == (
        400,
        "Bad Request: message to delete not found",
    )


async def test_only_the_bots_own_messages_and_only_what_they_have_can_be_edited(
    sandbox: Sandbox, mei: Person, card: Json, building: Group
) -> None:
    said = await mei.says("/report", in_=building)
    theirs = {"chat_id": building.id, "message_id": said.id}
    assert await refused(sandbox, "editMessageText", **theirs, text="x") == (
        400,
        "Bad Request: message can't be edited",
    )
    assert await refused(sandbox, "editMessageCaption", **card, caption="x") == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )
    (photo,) = await mei.sends("photo", in_=building)
    assert photo.media is not None
    sent = await ask(sandbox, "sendPhoto", chat_id=building.id, photo=photo.media.file_id, caption="前")
    picture = {"chat_id": building.id, "message_id": sent["message_id"]}
    assert await refused(sandbox, "editMessageText", **picture, text="x") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
    await ask(sandbox, "editMessageCaption", **picture, caption="后")
    assert mei.last(building).text == "后"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(sandbox: Sandbox, mei: Person) -> None:
    await mei.starts()
    keys = {"keyboard": [["我的事"]]}
    sent = await ask(sandbox, "sendMessage", chat_id=mei.id, text="您好", reply_markup=keys)
    where = {"chat_id": mei.id, "message_id": sent["message_id"]}
    assert await refused(sandbox, "editMessageText", **where, text="x") == (
        400,
        "Bad Request: message can't be edited",
    )


async def test_own_messages_can_be_taken_back_for_48_hours_and_edited_for_ever(
    sandbox: Sandbox, card: Json, time: Time
) -> None:
    time.passes(hours=48, seconds=1)
    words = "Bad Request: message can't be deleted for everyone"
    assert await refused(sandbox, "deleteMessage", **card) == (400, words)
    await ask(sandbox, "editMessageText", **card, text="已收走")


async def test_others_messages_are_deleted_by_admins_only(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    said = await mei.says("502 的电话是…", in_=building)
    where = {"chat_id": building.id, "message_id": said.id}
    words = "Bad Request: message can't be deleted"
    assert await refused(sandbox, "deleteMessage", **where) == (400, words)
    building.bot_admin = True
    await ask(sandbox, "deleteMessage", **where)
    assert said.deleted


async def test_many_are_deleted_at_once_and_those_already_gone_are_skipped(
    sandbox: Sandbox, mei: Person
) -> None:
    await mei.starts()
    sent = [
        (await ask(sandbox, "sendMessage", chat_id=mei.id, text=str(number)))["message_id"]
        for number in range(3)
    ]
    await ask(sandbox, "deleteMessage", chat_id=mei.id, message_id=sent[0])
    await ask(sandbox, "deleteMessages", chat_id=mei.id, message_ids=[*sent, 999])
    assert [message.text for message in mei.chat()] == ["/start"]
    assert await refused(sandbox, "deleteMessages", chat_id=mei.id, message_ids=[]) == (
        400,
        "Bad Request: message identifiers are not specified",
    )


async def test_a_copy_is_the_bots_own_and_a_forward_names_the_writer(sandbox: Sandbox, mei: Person) -> None:
    (said,) = await mei.sends("photo", caption="楼道")
    source = {"chat_id": mei.id, "from_chat_id": mei.id, "message_id": said.id}

    copied = await ask(sandbox, "copyMessage", **source, caption="换了字")
    assert copied == {"message_id": mei.last().id}
    assert (mei.last().text, mei.last().media) == ("换了字", mei.last().media)

    forwarded = await ask(sandbox, "forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == mei.id
    assert forwarded["caption"] == "楼道"
