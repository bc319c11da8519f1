"""What Telegram says is passed on as Telegram said it."""

from __future__ import annotations

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.wire.telegram import WireBot
from tests.wire.conftest import error_of
from tests.wire.server import Script, Server, answer, refuse

HTML = b"<html><h1>Too Large</h1></html>"


@pytest.mark.parametrize(
    ("script", "kind", "words"),
    [
        (refuse(400, "Bad Request: message is not modified: x"), BadRequest, "Message is not modified: x"),
        (refuse(403, "Forbidden: bot was blocked by the user"), Forbidden, "blocked"),
        (refuse(401, "Unauthorized"), InvalidToken, "Unauthorized"),
        (refuse(404, "Not Found: method not found"), InvalidToken, "method not found"),
        (refuse(409, "Conflict: terminated by other getUpdates request"), Conflict, "other getUpdates"),
        (refuse(413, "Request Entity Too Large"), BadRequest, "Too Large"),
        (answer(413, HTML), BadRequest, "Too Large"),
        (refuse(420, "FLOOD"), BadRequest, "FLOOD"),
    ],
)
async def test_telegrams_no_is_told_in_telegrams_words(
    bot: WireBot, server: Server, script: Script, kind: type[TelegramError], words: str
) -> None:
    error = await error_of(bot, server, script)
    assert type(error) is kind
    assert words in str(error)


async def test_a_429_says_how_long_even_where_telegram_forgot_to(bot: WireBot, server: Server) -> None:
    for script, seconds in (
        (refuse(429, "Too Many Requests: retry after 7", retry_after=7), 7),
        (refuse(429, "Too Many Requests", retry_after=0), 5),
        (answer(429, HTML), 5),
    ):
        error = await error_of(bot, server, script)
        assert isinstance(error, RetryAfter)
        assert error.retry_after == seconds


async def test_a_group_that_moved_tells_its_new_id(bot: WireBot, server: Server) -> None:
    error = await error_of(bot, server, refuse(400, "Bad Request: upgraded", migrate_to_chat_id=-1009))
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -1009
