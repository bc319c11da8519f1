"""The sandbox as its own process, as a kill test uses it."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process

import aiohttp
import pytest

PROGRAM = """
from bot.clock import Clock
from bot.sandbox import run_sandbox

clock = Clock()
run_sandbox(0, now=clock.now, monotonic=clock.monotonic)
"""


async def _start() -> tuple[Process, str, str]:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, stdin=PIPE, stdout=PIPE)
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 30)
    url, token = line.decode().split()
    return process, url, token


@pytest.mark.slow
async def test_it_says_where_it_listens_and_ends_when_its_parent_lets_go() -> None:
    process, url, token = await _start()
    async with aiohttp.ClientSession() as web, web.get(f"{url}/bot{token}/getMe") as answer:
        assert (await answer.json())["result"]["username"] == "linli_bot"
    assert process.stdin is not None
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0


@pytest.mark.slow
async def test_it_ends_when_it_is_told_to() -> None:
    process, _, _ = await _start()
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
