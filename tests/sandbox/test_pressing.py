"""Buttons, and the answers to pressing them."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox, Toast
from tests.sandbox.conftest import Time, ask, hears, keyboard, refused

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def card(sandbox: Sandbox, building: Group) -> int:
    """A task card with 认领 on it."""
    sent = await ask(
        sandbox, "sendMessage", chat_id=building.id, text="T12", reply_markup=keyboard([("认领 · 2", "c:12")])
    )
    return int(sent["message_id"])


async def test_a_press_reaches_the_bot_with_the_message_it_was_on(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    press = await mei.presses("认领", in_=building)

    (update,) = await hears(sandbox)
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (press.id, "c:12", mei.id)
    assert query["message"]["message_id"] == card
    assert query["message"]["reply_markup"] == keyboard([("认领 · 2", "c:12")])


async def test_the_answer_is_seen_by_the_one_who_pressed(
    sandbox: Sandbox, mei: Person, chen: Person, building: Group, card: int
) -> None:
    press = await mei.presses("认领", in_=building)
    await ask(sandbox, "answerCallbackQuery", callback_query_id=press.id, text="是您的了", show_alert="true")

    assert press.toast == mei.toasts[-1]
    assert (mei.toasts[-1].text, mei.toasts[-1].alert) == ("是您的了", True)
    assert chen.toasts == []


async def test_an_answer_without_words_shows_nothing(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    press = await mei.presses("认领", in_=building)
    await ask(sandbox, "answerCallbackQuery", callback_query_id=press.id)
    assert press.answered
    assert press.toast is None


async def test_a_press_is_answered_once_and_within_150_seconds(
    sandbox: Sandbox, mei: Person, building: Group, card: int, time: Time
) -> None:
    first = await mei.presses("认领", in_=building)
    second = await mei.presses("认领", in_=building)
    await ask(sandbox, "answerCallbackQuery", callback_query_id=first.id, text="好")

    assert await refused(sandbox, "answerCallbackQuery", callback_query_id=first.id) == (400, TOO_OLD)
    assert await refused(sandbox, "answerCallbackQuery", callback_query_id="1") == (400, TOO_OLD)
    time.passes(seconds=151)
    assert await refused(sandbox, "answerCallbackQuery", callback_query_id=second.id) == (400, TOO_OLD)


async def test_a_toast_holds_200_characters(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    press = await mei.presses("认领", in_=building)
    query = {"callback_query_id": press.id}
    assert await refused(sandbox, "answerCallbackQuery", **query, text="长" * 201) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )
    await ask(sandbox, "answerCallbackQuery", **query, text="长" * 200)


async def test_an_answer_may_open_the_bot_by_a_link_and_nothing_else(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    press = await mei.presses("认领", in_=building)
    query = {"callback_query_id": press.id}
    for url in ("https://example.org", "https://t.me/another_bot?start=1", "https://t.me/linli_bot"):
        assert (await refused(sandbox, "answerCallbackQuery", **query, url=url))[1].endswith("URL_INVALID")
    await ask(sandbox, "answerCallbackQuery", **query, url="https://t.me/linli_bot?start=claim_12")

    assert isinstance(press.toast, Toast)
    assert press.toast.url is not None
    await mei.follows(press.toast.url)
    assert (await hears(sandbox))[-1]["message"]["text"] == "/start claim_12"


async def test_a_button_with_a_link_to_the_bot_presses_start(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    link = {"text": "点这里，跟我说句话", "url": "https://t.me/linli_bot?start=follow_12"}
    markup = {"inline_keyboard": [[link]]}
    await ask(sandbox, "sendMessage", chat_id=building.id, text="想收进度？", reply_markup=markup)

    press = await mei.presses("点这里", in_=building)

    assert press.url == link["url"]
    assert (await hears(sandbox))[-1]["message"]["text"] == "/start follow_12"


async def test_a_button_that_is_not_there_says_what_is(mei: Person, building: Group, card: int) -> None:
    with pytest.raises(LookupError, match=r"no button starts with '办好了'; on offer: \['认领 · 2'\]"):
        await mei.presses("办好了", in_=building)


async def test_the_newest_button_of_that_name_is_pressed_unless_a_message_is_named(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    older = mei.last(building)
    newer = keyboard([("认领", "c:13")])
    await ask(sandbox, "sendMessage", chat_id=building.id, text="T13", reply_markup=newer)

    assert (await mei.presses("认领", in_=building)).data == "c:13"
    assert (await mei.presses("认领", in_=building, on=older)).data == "c:12"


async def test_forged_data_and_a_press_on_a_deleted_message_reach_the_bot(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    message = mei.last(building)
    await ask(sandbox, "deleteMessage", chat_id=building.id, message_id=card)

    await mei.presses_data("c:999", on=message, in_=building)

    (update,) = await hears(sandbox)
    assert update["callback_query"]["data"] == "c:999"
    assert update["callback_query"]["message"] == {
        "chat": {"id": building.id, "title": "试3号楼", "type": "supergroup"},
        "message_id": card,
        "date": 0,
    }


async def test_a_press_nobody_fetched_in_150_seconds_is_forgotten(
    sandbox: Sandbox, mei: Person, building: Group, card: int, time: Time
) -> None:
    await mei.presses("认领", in_=building)
    await mei.says("/report", in_=building)
    time.passes(seconds=151)
    assert ["message" in update for update in await hears(sandbox)] == [True]


async def test_a_bot_that_was_removed_hears_no_presses(
    sandbox: Sandbox, mei: Person, building: Group, card: int
) -> None:
    await mei.removes_bot(building)
    await hears(sandbox)
    await mei.presses("认领", in_=building)
    assert await hears(sandbox) == []
