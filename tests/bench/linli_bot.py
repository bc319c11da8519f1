"""Linli before a stand-in Telegram, as a process: `python -m tests.bench.linli_bot ROOT TOKEN DATABASE`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from datetime import timedelta

import uvloop

from bot.app import Linli
from bot.clock import Clock
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.logs import setup_logging
from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from bot.wire.telegram import api_urls, make_bot
from bot.wire.transport import AiohttpRequest
from tests.bench.community import KEY
from tests.bench.own_report import OwnReport


def _linli(root: str, token: str, url: str, limits: bool, ahead_s: float) -> Linli:
    clock = Clock()
    clock.move(timedelta(seconds=ahead_s))
    free = {"bot": NO_LIMIT, "group": NO_LIMIT, "private": NO_LIMIT}
    pacer = Pacer(clock.monotonic, **({} if limits else free))
    bot = make_bot(token, AiohttpRequest(), AiohttpRequest(), *api_urls(root))
    return Linli(Database(url, KEY, load_playbook("heyuan")), bot, clock, pacer)


async def _run(linli: Linli) -> None:
    loop = asyncio.get_running_loop()
    await linli.start()
    going = asyncio.ensure_future(linli.run())
    loop.add_signal_handler(signal.SIGTERM, going.cancel)
    await loop.connect_read_pipe(lambda: _Parent(going), sys.stdin)
    try:
        await going
    except asyncio.CancelledError:
        await linli.stop()


class _Parent(asyncio.Protocol):
    """Who started us; without them there is nobody to measure for."""

    def __init__(self, going: asyncio.Future[None]) -> None:
        self._going = going

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._going.cancel()


def main() -> None:
    """Runs until told to stop, then says what it used."""
    asked = argparse.ArgumentParser()
    for name in ("root", "token", "url"):
        asked.add_argument(name)
    for name in ("--limits", "--sample"):
        asked.add_argument(name, action="store_true")
    asked.add_argument("--ahead", type=float, default=0.0, help="seconds by which its clock is ahead")
    given = asked.parse_args()
    setup_logging("WARNING")
    report = OwnReport(sample=given.sample)
    uvloop.run(_run(_linli(given.root, given.token, given.url, given.limits, given.ahead)))
    report.say()


if __name__ == "__main__":
    main()
