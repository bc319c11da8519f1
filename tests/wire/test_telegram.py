"""Updates come as Telegram wrote them, and a press is answered if it still can be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from telegram.error import Conflict, NetworkError

from bot.clock import Clock
from bot.sandbox import Sandbox, SandboxRequest
from bot.wire.errors import AnswerTimedOut, AnswerTooLarge, FateUnknown
from bot.wire.telegram import WireBot, answer_callback, api_urls, fetch_updates, make_bot
from tests.wire.conftest import SHORT
from tests.wire.server import Heard, Server, answer, refuse, result


@pytest.fixture
def sandbox() -> Sandbox:
    """A stand-in Telegram."""
    clock = Clock()
    return Sandbox(now=clock.now, monotonic=clock.monotonic)


@pytest.fixture
async def indoors(sandbox: Sandbox) -> AsyncIterator[WireBot]:
    """A bot of the stand-in's."""
    request = SandboxRequest(sandbox)
    async with make_bot(sandbox.token, request, request, *api_urls("http://sandbox/")) as bot:
        yield bot


async def test_an_update_ptb_cannot_parse_arrives_as_it_is(sandbox: Sandbox, indoors: WireBot) -> None:
    sandbox.queue_raw({"message": {"date": "yesterday", "chat": 5}})
    sandbox.queue_raw({"something_new": {"a": 1}})
    updates = await fetch_updates(indoors, None, 0, None)
    assert [update.get("message") or update["something_new"] for update in updates] == [
        {"date": "yesterday", "chat": 5},
        {"a": 1},
    ]
    last = updates[-1]["update_id"]
    assert await fetch_updates(indoors, last + 1, 0, None) == []


async def test_what_is_wanted_is_said_and_what_is_not_given_is_left_out(bot: WireBot, server: Server) -> None:
    server.script = result([])
    await fetch_updates(bot, 12, 0, ["message", "callback_query"])
    await fetch_updates(bot, None, 0, None)
    first, second = (heard.form for heard in server.heard)
    assert first == {
        "offset": "12",
        "limit": "100",
        "timeout": "0",
        "allowed_updates": '["message", "callback_query"]',
    }
    assert second == {"limit": "100", "timeout": "0"}


async def test_a_long_poll_waits_longer_than_any_other_answer(bot: WireBot, server: Server) -> None:
    async def late(heard: Heard, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.6)
        await result([{"update_id": 3}])(heard, writer)

    server.script = late
    assert await fetch_updates(bot, None, 1, None) == [{"update_id": 3}]


async def test_what_has_no_number_is_left_out_because_it_cannot_be_confirmed(
    bot: WireBot, server: Server
) -> None:
    server.script = result([{"update_id": 3}, {"update_id": "4"}, {"update_id": True}, 5, None, {}])
    assert await fetch_updates(bot, None, 0, None) == [{"update_id": 3}]


@pytest.mark.parametrize("junk", [{"update_id": 3}, True, None, "x"])
async def test_a_result_that_is_no_list_is_an_error_to_try_again_after(
    bot: WireBot, server: Server, junk: Any
) -> None:
    server.script = result(junk)
    with pytest.raises(FateUnknown):
        await fetch_updates(bot, None, 0, None)


async def test_a_batch_too_large_to_read_is_fetched_in_smaller_ones(bot: WireBot, server: Server) -> None:
    backlog: Sequence[dict[str, Any]] = [{"update_id": n, "x": "y" * 9_000} for n in range(100)]

    async def as_many_as_asked(heard: Heard, writer: asyncio.StreamWriter) -> None:
        await result(backlog[: int(heard.form["limit"])])(heard, writer)

    server.script = as_many_as_asked
    updates = await fetch_updates(bot, None, 0, None)
    assert [update["update_id"] for update in updates] == list(range(6))


async def test_a_single_update_too_large_to_read_is_an_error(bot: WireBot, server: Server) -> None:
    server.script = result([{"update_id": 1, "x": "y" * 200_000}])
    with pytest.raises(AnswerTooLarge):
        await fetch_updates(bot, None, 0, None)


async def test_somebody_else_polling_is_told_apart_from_a_broken_line(bot: WireBot, server: Server) -> None:
    server.script = refuse(409, "Conflict: terminated by other getUpdates request")
    with pytest.raises(Conflict):
        await fetch_updates(bot, None, 0, None)
    server.script = answer(502, b"")
    with pytest.raises(NetworkError):
        await fetch_updates(bot, None, 0, None)


async def test_a_press_is_answered_with_words_and_a_link(bot: WireBot, server: Server) -> None:
    assert await answer_callback(
        bot, "77", "陈姐已经接了，谢谢您。", alert=True, url="https://t.me/x?start=a"
    )
    assert server.heard[0].form == {
        "callback_query_id": "77",
        "text": "陈姐已经接了，谢谢您。",
        "show_alert": "true",
        "url": "https://t.me/x?start=a",
    }


async def test_a_toast_too_long_is_cut_and_still_given(bot: WireBot, server: Server) -> None:
    assert await answer_callback(bot, "77", "谢" * 500)
    assert server.heard[0].form["text"] == "谢" * 199 + "…"


@pytest.mark.parametrize(
    "script",
    [
        refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
        refuse(429, "Too Many Requests: retry after 3", retry_after=3),
        answer(500, b""),
        answer(200, b"garbage"),
    ],
)
async def test_a_press_that_can_no_longer_be_answered_troubles_nobody(
    bot: WireBot, server: Server, script: Any
) -> None:
    server.script = script
    assert await answer_callback(bot, "77", "好") is False
    await server.stop()
    assert await answer_callback(bot, "77", "好") is False


def test_a_server_of_ones_own_has_its_files_below_the_same_root() -> None:
    assert api_urls("http://127.0.0.1:8081/") == (
        "http://127.0.0.1:8081/bot",
        "http://127.0.0.1:8081/file/bot",
    )
    assert api_urls("https://api.telegram.org")[0] == "https://api.telegram.org/bot"


async def test_a_long_poll_is_waited_for_and_no_other_call_is(bot: WireBot, server: Server) -> None:
    async def late(heard: Heard, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2 * (SHORT.read or 0))
        await result([])(heard, writer)

    server.script = late
    assert await fetch_updates(bot, None, 1, None) == []
    with pytest.raises(AnswerTimedOut):
        await bot.send_message(1, "您好")
