"""Logs: readable, structured, and never with the token in them."""

from __future__ import annotations

import io
import json
import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress

import aiohttp
import pytest
import structlog

from bot.logs import redact, setup_logging

TOKEN = "7000000001:invented-token-of-nobody-at-all-0001"
URL = f"https://api.telegram.org/bot{TOKEN}/sendMessage"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before, configured = (root.handlers[:], root.level, sys.excepthook), structlog.get_config()
    yield
    root.handlers[:], sys.excepthook = before[0], before[2]
    root.setLevel(before[1])
    logging.captureWarnings(False)
    structlog.configure(**configured)


def logged(write: Callable[[], object], *, as_json: bool = False, level: str = "DEBUG") -> str:
    stream = io.StringIO()
    setup_logging(level, as_json, stream)
    write()
    return stream.getvalue()


def test_a_line_says_what_happened_and_with_what() -> None:
    line = logged(
        lambda: structlog.get_logger("intake").info("update stored", lane="c:12", count=3), as_json=True
    )
    said = json.loads(line)
    assert (said["event"], said["lane"], said["count"], said["level"]) == ("update stored", "c:12", 3, "info")
    assert said["logger"] == "intake"


@pytest.mark.parametrize("as_json", [True, False])
def test_the_token_is_in_no_line_whoever_writes_it(as_json: bool) -> None:
    def write() -> None:
        structlog.get_logger("delivery").info("calling", url=URL, nested={"token": TOKEN})
        logging.getLogger("handlers").error("calling %s", URL, extra={"address": URL})
        for name in ("httpx", "aiohttp.client", "telegram.Bot", "uvicorn.error", "apscheduler"):
            logging.getLogger(name).error("HTTP Request: POST %s", URL)

    text = logged(write, as_json=as_json)
    assert len(text.splitlines()) == 7
    assert TOKEN not in text
    assert "nobody" not in text
    assert text.count("<token>") >= 7


@pytest.mark.parametrize("as_json", [True, False])
def test_the_token_is_in_no_traceback(as_json: bool) -> None:
    def write() -> None:
        try:
            try:
                raise aiohttp.InvalidURL(URL)
            except aiohttp.InvalidURL as error:
                raise RuntimeError(f"cannot reach {URL}") from error
        except RuntimeError:
            logging.getLogger("telegram").exception("failed")
            structlog.get_logger("delivery").exception("failed")

    text = logged(write, as_json=as_json)
    assert "Traceback" in text
    assert "InvalidURL" in text
    assert TOKEN not in text


def test_an_error_nobody_caught_and_a_warning_are_lines_too() -> None:
    def write() -> None:
        error = ValueError(URL)
        sys.excepthook(ValueError, error, None)
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(True)
            warnings.warn(URL, UserWarning, stacklevel=1)

    text = logged(write)
    assert "stopped by an error" in text
    assert "UserWarning" in text
    assert TOKEN not in text


def test_a_line_that_cannot_be_formatted_does_not_print_its_arguments(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = logged(lambda: logging.getLogger("httpx").error("%d", URL))
    assert text == ""
    assert TOKEN not in "".join(capsys.readouterr())


def test_a_log_for_which_there_is_no_room_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w", buffering=1, encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stderr", full)
        setup_logging(stream=full)
        structlog.get_logger("x").warning("settling-failed", rows=1)
        logging.getLogger("x").error("%d", "no number")
        with suppress(OSError):
            full.close()
    structlog.get_logger("x").warning("settling-failed", rows=1)


def test_libraries_are_quiet_below_a_warning() -> None:
    def write() -> None:
        for name in ("httpx", "aiohttp.access", "telegram.ext", "uvicorn.access", "sqlalchemy.engine"):
            logging.getLogger(name).info("chatter")
        logging.getLogger("bot.intake").debug("ours")

    text = logged(write)
    assert "chatter" not in text
    assert "ours" in text


def test_a_password_in_an_address_is_taken_out_and_the_rest_stays() -> None:
    assert (
        redact("postgresql+asyncpg://linli:canary@host/linli") == "postgresql+asyncpg://linli:***@host/linli"
    )
    assert redact("bot7000000001%3Ainvented-token-of-nobody-at-all-0001/x") == "bot<token>/x"
    assert redact("task 12:30 at 3:2, see https://example.org:8080/a@b") == (
        "task 12:30 at 3:2, see https://example.org:8080/a@b"
    )


@pytest.mark.parametrize(
    "said",
    [
        'duplicate key value violates unique constraint "member_name"\nDETAIL:  Key (name)=(梅阿姨) already exists.',
        "DETAIL:  Failing row contains (1, 梅阿姨, 13900000000).",
        "invalid input for query argument $3: '梅阿姨' ('str' object cannot be interpreted as an integer)",
    ],
)
def test_what_postgresql_quotes_of_a_row_is_not_in_the_log(said: str) -> None:
    def fails() -> None:
        try:
            raise ValueError(said)
        except ValueError:
            structlog.get_logger().exception("not-written")

    line = logged(fails)
    assert "梅阿姨" not in line
    assert "ValueError" in line
