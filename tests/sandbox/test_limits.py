"""Telegram's speed limits, as sliding windows."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.conftest import Time, ask, keyboard


@pytest.fixture
def sandbox(time: Time) -> Sandbox:
    return Sandbox(now=time.now, monotonic=time.monotonic)


async def _try(sandbox: Sandbox, method: str, **params: Any) -> int:
    """0 when it went through, else the seconds to wait."""
    status, body = await sandbox.call(method, params)
    if status == 200:
        return 0
    assert (status, body["error_code"]) == (429, 429)
    wait = body["parameters"]["retry_after"]
    assert body["description"] == f"Too Many Requests: retry after {wait}"
    return int(wait)


async def test_a_group_takes_20_posts_and_edits_in_any_minute(
    sandbox: Sandbox, building: Group, time: Time
) -> None:
    sent = await ask(sandbox, "sendMessage", chat_id=building.id, text="0")
    edit = {"chat_id": building.id, "message_id": sent["message_id"]}
    for number in range(19):
        time.passes(seconds=1)
        assert await _try(sandbox, "editMessageText", **edit, text=f"第 {number} 次") == 0

    assert await _try(sandbox, "sendMessage", chat_id=building.id, text="多了") == 41
    time.passes(seconds=41)
    assert await _try(sandbox, "sendMessage", chat_id=building.id, text="好") == 0
    assert await _try(sandbox, "sendMessage", chat_id=building.id, text="又多了") == 1


async def test_a_private_chat_takes_3_in_any_3_seconds_and_others_do_not_wait_for_it(
    sandbox: Sandbox, mei: Person, chen: Person, time: Time
) -> None:
    await mei.starts()
    await chen.starts()
    waits = [await _try(sandbox, "sendMessage", chat_id=mei.id, text=str(n)) for n in range(4)]
    assert waits == [0, 0, 0, 3]
    assert await _try(sandbox, "sendMessage", chat_id=chen.id, text="好") == 0
    time.passes(seconds=3)
    assert await _try(sandbox, "sendMessage", chat_id=mei.id, text="好") == 0


async def test_a_bot_sends_30_in_any_second(sandbox: Sandbox, time: Time) -> None:
    people = [sandbox.person(f"试{number}") for number in range(31)]
    for person in people:
        await person.starts()
    waits = [await _try(sandbox, "sendMessage", chat_id=person.id, text="好") for person in people]
    assert waits == [0] * 30 + [1]
    time.passes(seconds=1)
    assert await _try(sandbox, "sendMessage", chat_id=people[-1].id, text="好") == 0


async def test_the_window_is_by_monotonic_time_so_moving_the_clock_lifts_nothing(time: Time) -> None:
    sandbox = Sandbox(now=time.now, monotonic=lambda: 5.0)
    mei = sandbox.person("试阿梅")
    await mei.starts()
    for number in range(3):
        await _try(sandbox, "sendMessage", chat_id=mei.id, text=str(number))
    time.passes(hours=24)
    assert await _try(sandbox, "sendMessage", chat_id=mei.id, text="多了") == 3


async def test_answers_to_presses_and_refused_messages_cost_nothing(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    await mei.starts()
    markup = keyboard([("好", "x")])
    await ask(sandbox, "sendMessage", chat_id=mei.id, text="好？", reply_markup=markup)
    for _ in range(40):
        press = await mei.presses("好")
        assert await _try(sandbox, "answerCallbackQuery", callback_query_id=press.id, text="好") == 0
        await sandbox.call("sendMessage", {"chat_id": mei.id, "text": ""})
    assert await _try(sandbox, "sendMessage", chat_id=mei.id, text="好") == 0


async def test_an_album_counts_as_many_as_it_holds(sandbox: Sandbox, mei: Person) -> None:
    await mei.starts()
    media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(3)]
    status, body = await sandbox.call(
        "sendMediaGroup", {"chat_id": mei.id, "media": media}, {f"p{number}": b"..." for number in range(3)}
    )
    assert status == 200, body
    assert await _try(sandbox, "sendMessage", chat_id=mei.id, text="多了") == 3
