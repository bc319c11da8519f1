"""Where bots are born quickly: everything is imported once, and each life is a fork of that.

`python -m tests.faults.nursery` reads one order a line, as JSON, and answers with the number of the new
process. Each is a whole `linli run`, except that Telegram's speed limits are lifted if so ordered; whoever ordered it
may kill it. When standard input closes, the last one is killed too.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import signal
import sys
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any, NoReturn

import uvloop

from bot.app import Linli
from bot.clock import Clock
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.domain.triage import understand
from bot.logs import setup_logging
from bot.storage.database import Database
from bot.ui.bundles import LANGUAGES
from bot.ui.i18n import words_for
from bot.wire.telegram import api_urls, make_bot
from bot.wire.transport import AiohttpRequest
from scheduler.ticks import Ticker
from scheduler.visits import search
from tests.storage.stores import KEY, PLAYBOOK

EDIT_GAP_S = 0.1
TICK_S = 1
UNHURRIED = replace(PLAYBOOK, limits=replace(PLAYBOOK.limits, reports=10**6, presses_a_minute=10**6))
"""A few people do here what hundreds do in a community: nobody is asked to slow down."""


async def live(order: dict[str, Any]) -> None:
    """One life, until it is killed; `later_s`: so much later than it is, and its searches go on from the first second."""
    clock, later_s = Clock(), order.get("later_s")
    clock.move(timedelta(seconds=order["ahead"] + (later_s or 0)))
    bot = make_bot(order["token"], AiohttpRequest(), AiohttpRequest(), *api_urls(order["url"]))
    free = {} if order["paced"] else {"bot": NO_LIMIT, "group": NO_LIMIT, "private": NO_LIMIT}
    pacer = Pacer(clock.monotonic, **free)
    linli = Linli(Database(order["database"], KEY, UNHURRIED), bot, clock, pacer, edit_gap_s=EDIT_GAP_S)
    await linli.start()
    if later_s is None:
        await linli.run()
    await asyncio.gather(linli.run(), _tick(linli))


async def _tick(linli: Linli) -> None:
    """What the clock does about doors nobody opens, without the first half minute of waiting."""
    ticker = Ticker(linli.database, linli.clock, [search])
    while True:
        await ticker.tick()
        await asyncio.sleep(TICK_S)


def _child(order: dict[str, Any]) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with open(order["log"], "a", encoding="utf-8") as log, open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        setup_logging("INFO", stream=log)
        uvloop.run(live(order))
    os._exit(0)


def warm_up() -> None:
    """Reads the index and the sentences once: more than a second, which no life then spends again."""
    understand("", UNHURRIED)
    for language in LANGUAGES:
        words_for(language, UTC).has("yes")


def main() -> None:
    """One fork a line."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    warm_up()
    gc.freeze()
    print("ready", flush=True)
    number = 0
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            _child(json.loads(line))
        print(number, flush=True)
    if number:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


if __name__ == "__main__":
    main()
