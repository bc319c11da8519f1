"""The token, the proxy's password and people's words stay out of errors and logs, whatever goes wrong."""

from __future__ import annotations

import logging
import traceback

import pytest
import structlog
from telegram.error import BadRequest, ChatMigrated, InvalidToken, RetryAfter, TelegramError

from bot.wire import errors
from bot.wire.answers import REFUSALS, without_token
from bot.wire.telegram import WireBot, api_urls, make_bot
from bot.wire.transport import AiohttpRequest
from tests.logged import everything_logged
from tests.wire.conftest import SHORT, TOKEN
from tests.wire.server import Script, Server, answer, hang, hang_up, hang_up_midway, refuse, result

WORDS = "陈奶奶住1502"
SECRETS = (TOKEN, TOKEN.partition(":")[2], WORDS, repr(WORDS.encode())[2:-1], "proxy-password")


def everything_told(error: BaseException) -> str:
    """Its text and its causes', with tracebacks, as any log would write them."""
    told, seen = "", [error]
    for one in seen:
        told += "".join(traceback.format_exception(one)) + repr(one) + repr(vars(one))
        seen += [cause for cause in (one.__cause__, one.__context__) if cause and cause not in seen]
    return told


def assert_nothing_secret(text: str) -> None:
    for secret in SECRETS:
        assert secret not in text


@pytest.mark.parametrize(
    "script",
    [
        hang,
        hang_up,
        hang_up_midway,
        answer(200, f"<html>/bot{TOKEN}/ {WORDS}</html>".encode()),
        answer(502, f"<html>/bot{TOKEN}/ {WORDS}</html>".encode()),
        answer(403, f"<html>/bot{TOKEN}/ {WORDS}</html>".encode()),
        answer(302, b"", Location=f"/bot{TOKEN}/elsewhere"),
        answer(200, b"x" * 200_000),
        answer(200, WORDS.encode(), Content_Encoding="gzip"),
        answer(200, WORDS.encode(), Content_Length="nonsense"),
        refuse(400, f"Bad Request: no route for /bot{TOKEN}/sendMessage"),
        refuse(404, f"Not Found: /bot{TOKEN.replace(':', '%3A')}/sendMessage"),
        refuse(429, TOKEN, retry_after=3),
        refuse(401, f"Unauthorized {TOKEN}"),
        refuse(403, f"Forbidden: {TOKEN}"),
    ],
)
async def test_no_error_and_no_log_repeats_the_token_or_an_unreadable_answer(
    bot: WireBot, server: Server, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = script
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(1, WORDS)
    assert_nothing_secret(everything_told(caught.value))
    assert_nothing_secret(caplog.text)


async def test_every_kind_of_error_can_be_logged_with_its_traceback(bot: WireBot, server: Server) -> None:
    file = f"{server.root}/file/bot{TOKEN}/a.jpg"
    words = f"no: /bot{TOKEN}/sendMessage"
    provoked: set[type] = set()
    with everything_logged() as logged:
        for script in (
            answer(302, b""),
            hang_up,
            hang,
            answer(200, b"x" * 200_000),
            refuse(400, words),
            refuse(401, words),
            refuse(403, words),
            refuse(409, words),
            refuse(429, words, retry_after=3),
            refuse(400, words, migrate_to_chat_id=-1001),
            answer(200, b"x" * 300_000),
        ):
            server.script = script
            try:
                large = len(provoked) == 10
                await (bot.request.retrieve(file) if large else bot.send_message(1, WORDS))
            except TelegramError as error:
                provoked.add(type(error))
                assert_nothing_secret(everything_told(error))
                structlog.get_logger("linli").exception("it-failed", reference="ABC", why=str(error))
    ours = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and kind.__module__ == errors.__name__
    }
    assert provoked == {*ours, *REFUSALS.values(), BadRequest, RetryAfter, ChatMigrated}
    assert logged.getvalue().count("Traceback") >= len(provoked)
    assert_nothing_secret(logged.getvalue())


async def test_a_call_that_goes_well_logs_nothing_people_said(
    bot: WireBot, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = result({"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}, "text": WORDS})
    await bot.send_message(1, WORDS)
    assert_nothing_secret(caplog.text)


async def test_a_token_telegram_does_not_know_is_not_shown(bot: WireBot, server: Server) -> None:
    server.script = refuse(401, "Unauthorized")
    with pytest.raises(InvalidToken) as caught:
        await bot.initialize()
    assert_nothing_secret(everything_told(caught.value))
    assert_nothing_secret(f"{bot} {bot!r}")


@pytest.mark.parametrize("root", ["http://127.0.0.1:1", "http://:99999999", "nonsense", "ftp://127.0.0.1"])
async def test_a_root_that_leads_nowhere_is_told_without_the_token(
    transport: AiohttpRequest, root: str
) -> None:
    base_url, base_file_url = api_urls(root)
    lost = make_bot(TOKEN, transport, transport, base_url, base_file_url)
    with pytest.raises(TelegramError) as caught:
        await lost.initialize()
    assert_nothing_secret(everything_told(caught.value))


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
async def test_a_proxy_that_is_not_there_keeps_its_password(scheme: str) -> None:
    proxy = f"{scheme}://user:proxy-password@127.0.0.1:1"
    async with AiohttpRequest(proxy_url=proxy, patience=SHORT) as transport:
        for root in ("http://127.0.0.1:2", "https://127.0.0.1:2"):
            with pytest.raises(TelegramError) as caught:
                await transport.post(f"{root}/bot{TOKEN}/getMe")
            assert_nothing_secret(everything_told(caught.value))


def test_a_token_is_blotted_out_in_both_its_spellings() -> None:
    url = f"http://x/bot-api/bot{TOKEN}/getMe"
    told = without_token(f"{TOKEN} and {TOKEN.replace(':', '%3A')} at {url}", url)
    assert_nothing_secret(told)
