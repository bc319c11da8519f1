"""Whatever happens on the way, the sender learns whether Telegram may have taken the message."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from telegram.error import (
    BadRequest,
    TimedOut,
)

from bot.wire.errors import AnswerTimedOut, AnswerTooLarge, FateUnknown, FileTooLarge, NotSent
from bot.wire.telegram import WireBot
from bot.wire.transport import AiohttpRequest
from tests.wire.conftest import SHORT, TOKEN, error_of
from tests.wire.server import (
    Heard,
    Script,
    Server,
    answer,
    drip,
    hang,
    hang_up,
    hang_up_midway,
    refuse,
    result,
)

HTML = b"<html><h1>Forbidden</h1></html>"


async def test_calls_one_after_another_share_a_connection(bot: WireBot, server: Server) -> None:
    for _ in range(5):
        assert await bot.delete_message(1, 2)
    assert server.connections == 1
    assert server.heard[0].headers["User-Agent"].startswith("python-telegram-bot")


async def test_a_connection_closed_while_idle_costs_no_message(bot: WireBot, server: Server) -> None:
    async def answer_and_close(heard: Heard, writer: asyncio.StreamWriter) -> None:
        await result(True)(heard, writer)
        await writer.drain()
        writer.close()

    server.script = answer_and_close
    for _ in range(3):
        assert await bot.delete_message(1, 2)
        await asyncio.sleep(0.02)
    assert len(server.heard) == 3


async def test_where_nobody_listens_nothing_was_sent(bot: WireBot, server: Server) -> None:
    await server.stop()
    error = await error_of(bot, server, hang)
    assert isinstance(error, NotSent)
    assert "Connection refused" in str(error)


async def test_a_name_nobody_knows_means_nothing_was_sent(transport: AiohttpRequest) -> None:
    with pytest.raises(NotSent):
        await transport.post(f"http://no-such-host.invalid/bot{TOKEN}/getMe")


async def test_while_every_connection_is_in_use_nothing_was_sent(server: Server) -> None:
    server.script = hang
    async with AiohttpRequest(connections=1, patience=SHORT) as narrow:
        first = asyncio.create_task(narrow.post(f"{server.root}/bot{TOKEN}/a", read_timeout=3.0))
        await server.has_heard.wait()
        with pytest.raises(NotSent):
            await narrow.post(f"{server.root}/bot{TOKEN}/b")
        first.cancel()
    assert len(server.heard) == 1


async def test_a_closed_transport_sends_nothing_and_opens_again(server: Server) -> None:
    transport = AiohttpRequest(patience=SHORT)
    with pytest.raises(NotSent):
        await transport.post(f"{server.root}/bot{TOKEN}/getMe")
    for _ in range(2):
        await transport.initialize()
        assert await transport.post(f"{server.root}/bot{TOKEN}/getMe") is True
        await transport.shutdown()


async def test_no_answer_in_time_leaves_the_fate_open(bot: WireBot, server: Server) -> None:
    error = await error_of(bot, server, hang)
    assert isinstance(error, AnswerTimedOut)
    assert isinstance(error, FateUnknown)
    assert isinstance(error, TimedOut)
    assert len(server.heard) == 1


async def test_an_answer_that_drips_without_end_is_given_up(bot: WireBot, server: Server) -> None:
    async with asyncio.timeout(5.0):
        assert isinstance(await error_of(bot, server, drip), AnswerTimedOut)


@pytest.mark.parametrize(
    "script",
    [
        hang_up,
        hang_up_midway,
        refuse(500, "Internal Server Error"),
        answer(502, HTML),
        answer(504, b""),
        answer(200, b""),
        answer(200, HTML),
        answer(200, b'{"ok":true,"result":{"mess'),
        answer(200, b"[" * 50_000),
        answer(200, b'{"ok":true,"result":' + b"9" * 9000 + b"}"),
        answer(200, {"ok": True}),
        answer(200, {"ok": False, "description": "?"}),
        answer(200, ["ok"]),
        answer(200, b"\xff\xfe\x00"),
        answer(200, b"not gzip at all", Content_Encoding="gzip"),
    ],
)
async def test_a_broken_answer_leaves_the_fate_open(bot: WireBot, server: Server, script: Script) -> None:
    assert isinstance(await error_of(bot, server, script), FateUnknown)


@pytest.mark.parametrize(
    "script",
    [
        answer(403, HTML),
        answer(404, b""),
        answer(407, HTML),
        answer(302, b"", Location="http://127.0.0.1:9/"),
    ],
)
async def test_a_stranger_who_answers_in_between_is_not_taken_for_telegram(
    bot: WireBot, server: Server, script: Script
) -> None:
    error = await error_of(bot, server, script)
    assert isinstance(error, NotSent)
    assert len(server.heard) == 1


@pytest.mark.parametrize("packed", [False, True])
async def test_an_endless_answer_is_not_read_to_its_end(bot: WireBot, server: Server, packed: bool) -> None:
    body = b'{"ok":true,"result":"' + b"x" * 12_000_000
    script = answer(200, gzip.compress(body, 1), Content_Encoding="gzip") if packed else answer(200, body)
    assert isinstance(await error_of(bot, server, script), AnswerTooLarge)


async def test_a_file_is_fetched_whole_or_refused_for_its_size(
    transport: AiohttpRequest, server: Server
) -> None:
    url = f"{server.root}/file/bot{TOKEN}/photos/1.jpg"
    server.script = answer(200, b"\x89" * 199_999)
    assert await transport.retrieve(url) == b"\x89" * 199_999
    server.script = answer(200, b"\x89" * 200_001)
    with pytest.raises(FileTooLarge):
        await transport.retrieve(url)


@pytest.mark.parametrize("script", [refuse(404, "Not Found"), answer(404, HTML), answer(400, b"")])
async def test_a_file_that_is_no_longer_there_says_nothing_about_the_token(
    transport: AiohttpRequest, server: Server, script: Script
) -> None:
    server.script = script
    with pytest.raises(BadRequest):
        await transport.retrieve(f"{server.root}/file/bot{TOKEN}/gone.jpg")
