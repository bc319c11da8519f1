"""Who may bring something, and how much: all that is looked at before anything is read or kept."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from bot.config import Hook
from bot.web.hook import LARGEST, HookDoor
from bot.web.serving import listening, open_door, web_app
from bot.web.watch import Watch
from tests.logged import everything_logged
from tests.web.porch import PATH, SECRET, Porch, said


async def test_a_stranger_is_sent_away_before_a_byte_of_the_body_is_read(door: Porch) -> None:
    for secret in ("", "wrong", SECRET[:-1], SECRET + "x", "错"):
        assert await door.sends(door.head("Content-Length: 5000", secret=secret)) == 403
    without = f"POST /{PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n".encode()
    assert await door.sends(without) == 403
    for path in ("", "telegram", PATH[:-1], f"{PATH}x", f"{PATH}/", "%E9%82%BB", "%ff"):
        assert await door.brings(said(900, "猜"), path=path) == 404
    assert await door.sends(f"GET /{PATH} HTTP/1.1\r\nHost: x\r\n\r\n".encode()) == 404
    assert await door.sends(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") == 200
    assert await door.desk.states() == []


async def test_whatever_a_proxy_puts_before_the_path_the_right_one_is_let_in(door: Porch) -> None:
    assert await door.brings(said(900, "来了"), path=f"a/b/{PATH}") == 200
    assert await door.brings(said(901, "来了"), path=PATH) == 200


@pytest.mark.parametrize("length", [str(LARGEST + 1), "9" * 18, "1e3", "-1", "٣"])
async def test_a_body_that_says_it_is_too_large_is_not_waited_for(door: Porch, length: str) -> None:
    assert await door.sends(door.head(f"Content-Length: {length}")) in (400, 413)


async def test_a_body_may_be_as_large_as_a_million_bytes_and_no_larger(door: Porch) -> None:
    start = b'{"update_id": 900, "padding": "'
    fits = start + b"x" * (LARGEST - len(start) - 2) + b'"}'
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    assert len(fits) == LARGEST
    assert await door.brings(fits) == 200
    assert await door.brings(fits + b" ") == 413
    chunked = door.head("Transfer-Encoding: chunked")
    assert await door.sends(chunked, *[chunk] * 17) in (413, 0), "the rest was not read; the line may be cut"
    whole = b"%x\r\n" % len(fits) + fits + b"\r\n0\r\n\r\n"
    assert await door.sends(chunked, whole) == 200


async def test_a_body_shorter_than_said_or_that_comes_drop_by_drop_is_given_up(door: Porch) -> None:
    body = b'{"update_id": 901}'
    started = asyncio.get_running_loop().time()
    slow = door.sends(door.head("Content-Length: 500"), body)
    endless = door.sends(door.head("Transfer-Encoding: chunked"), b"1\r\n{\r\n")
    assert set(await asyncio.gather(slow, endless)) == {408}
    assert asyncio.get_running_loop().time() - started < 3
    assert await door.sends(door.head(f"Content-Length: {len(body)}"), body + b"more than said") in (200, 400)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"5", b"null", b"{}", b'{"update_id": "5"}', b'{"update_id": -5}', b"<x>"]
)
async def test_what_is_no_update_is_refused(door: Porch, body: bytes) -> None:
    assert await door.brings(body) == 400
    assert await door.desk.states() == []


async def test_before_linli_has_begun_telegram_is_asked_to_come_again(door: Porch) -> None:
    desk, hook = door.desk, Hook(f"http://x/{PATH}", PATH, SECRET)
    app = web_app(Watch(desk.database, desk.clock, lambda: None), HookDoor(hook, lambda: None))
    socket = open_door("127.0.0.1", 0)
    early = Porch(desk, door.webhook, hook, int(socket.getsockname()[1]))
    async with listening(app, socket):
        assert await early.brings(said(900, "早")) == 503


async def test_neither_path_nor_secret_nor_words_are_logged(door: Porch) -> None:
    words = "陈奶奶住1502"
    with everything_logged() as logged:
        await door.webhook.look()
        await door.brings(said(900, words))
        await door.brings(said(901, words), secret="wrong")
        await door.brings(b"{" + words.encode())
        await door.sends(door.head("Content-Length: nonsense"))
        async with door.desk.database.work() as uow:
            await uow.session.execute(text("PRAGMA max_page_count = 1"))
        assert await door.brings(said(902, words * 2000)) == 503
        full = logged.getvalue()
        async with door.desk.database.work() as uow:
            await uow.session.execute(text("PRAGMA max_page_count = 1000000"))
        assert await door.brings(said(903, words)) == 200
        async with door.desk.database.work() as uow:
            await uow.session.execute(text("ALTER TABLE inbox RENAME TO inbox_gone"))
        assert await door.brings(said(904, words)) == 503
    assert "update-not-kept" in full
    assert "Traceback" not in full, "it is the disk that is full: a line says so"
    told = logged.getvalue()
    assert "Traceback" in told
    for secret in (PATH, SECRET, words, door.desk.sandbox.token):
        assert secret not in told
