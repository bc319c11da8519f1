"""What comes back: bounded, believed only where it is Telegram who speaks, and free of the token."""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.parse import quote

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.wire.errors import AnswerTimedOut, AnswerTooLarge, FateUnknown, FileTooLarge, NotSent

REFUSALS: dict[int, type[TelegramError]] = {
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}
"""As PTB reads Telegram's codes; every other 4xx is a BadRequest."""
PATIENCE = 5
"""Seconds to wait after a 429 that names none."""
_TOKEN_IN_URL = re.compile(r"/bot([^/?#]+)(?=/)")


async def read_answer(response: aiohttp.ClientResponse, most: int) -> bytes:
    """The body, unpacked; raises AnswerTooLarge once it passes `most` bytes, without reading on."""
    pieces: list[bytes] = []
    size = 0
    async for piece in response.content.iter_any():
        size += len(piece)
        if size > most:
            if response.method == "GET":
                raise FileTooLarge(f"the file is larger than {most} bytes")
            raise AnswerTooLarge(f"the answer is larger than {most} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def read_success(payload: bytes) -> dict[str, Any]:
    """The answer of a call that went well. One that cannot be read leaves the call's fate open."""
    answer = _json_object(payload)
    if answer is None or answer.get("ok") is not True or "result" not in answer:
        raise FateUnknown("the answer cannot be read")
    return answer


def refusal(status: int, payload: bytes, *, method: str, url: str) -> TelegramError:
    """The error that an HTTP status other than 2xx stands for.

    A 5xx leaves the fate open. What is not in Telegram's form comes from somebody in between (a proxy's or a
    hotel's error page): it must not be taken for Telegram's "forbidden", and the request did not get through.
    """
    if status >= 500:
        return FateUnknown(f"Telegram answered {status}")
    answer = _json_object(payload) or {}
    words = answer.get("description")
    parameters = answer.get("parameters")
    details = parameters if isinstance(parameters, dict) else {}
    if status == 429:
        return RetryAfter(_positive(details.get("retry_after")) or PATIENCE)
    if method == "GET" and 400 <= status < 500 and status != 401:
        return BadRequest(f"the file cannot be fetched ({status})")
    if status == 413:
        return BadRequest("Request Entity Too Large")
    if answer.get("ok") is not False or not isinstance(words, str) or not 400 <= status < 500:
        return NotSent(f"somebody between us and Telegram answered {status}")
    if isinstance(moved := details.get("migrate_to_chat_id"), int):
        return ChatMigrated(moved)
    return REFUSALS.get(status, BadRequest)(without_token(words, url))


def failure(error: Exception, *, left: bool) -> TelegramError:
    """The error to raise for one that the HTTP client raised; `left`: the request had begun to leave.

    The client's own words are not used: they often hold the URL, and with it the token.
    """
    if isinstance(error, TelegramError):
        return error
    if not left:
        return NotSent(f"Telegram cannot be reached: {_what_happened(error)}")
    if isinstance(error, TimeoutError):
        return AnswerTimedOut("Telegram did not answer in time")
    return FateUnknown(f"the connection broke before the answer: {_what_happened(error)}")


def without_token(text: str, url: str) -> str:
    """`text` with every bot token that `url` holds blotted out."""
    for token in _TOKEN_IN_URL.findall(url):
        for shape in (token, quote(token, safe="")):
            text = text.replace(shape, "***")
    return text


def _what_happened(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "its name cannot be looked up"
    if isinstance(error, aiohttp.InvalidURL):
        return "its address is not one"
    if isinstance(error, aiohttp.ClientSSLError):
        return "its certificate is not accepted"
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"the proxy answered {error.status}"
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number) if number and number > 0 else type(error).__name__


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _positive(number: object) -> int | None:
    return number if isinstance(number, int) and number > 0 else None
