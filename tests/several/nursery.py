"""Where processes of one bot are born quickly: everything is imported once, and each is a fork of that.

`python -m tests.several.nursery` reads one order a line, as JSON (`url`, `token`, `database`, `role`, `log`), and answers
with the number of the new process, which does what `linli run --role …` does. When standard input closes, all of them
are killed.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
from typing import Any, NoReturn

import structlog
import uvloop

from bot.app import Linli
from bot.cli.signals import until_told_to_stop
from bot.clock import Clock
from bot.config.parts import read_parts
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.logs import setup_logging
from bot.storage.database import Database
from bot.wire.telegram import api_urls, make_bot
from bot.wire.transport import AiohttpRequest
from tests.faults.nursery import UNHURRIED, warm_up
from tests.storage.stores import KEY


async def _live(order: dict[str, Any]) -> None:
    """Until it is killed or told to stop."""
    clock = Clock()
    bot = make_bot(order["token"], AiohttpRequest(), AiohttpRequest(), *api_urls(order["url"]))
    free = {} if order["paced"] else {"bot": NO_LIMIT, "group": NO_LIMIT, "private": NO_LIMIT}
    database = Database(order["database"], KEY, UNHURRIED)
    linli = Linli(database, bot, clock, Pacer(clock.monotonic, **free), parts=read_parts([order["role"]]))
    await linli.start()
    structlog.get_logger(__name__).info("linli-runs")
    await until_told_to_stop(linli.run())
    await linli.stop()


def _child(order: dict[str, Any]) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with open(order["log"], "a", encoding="utf-8") as log, open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        setup_logging("INFO", stream=log)
        try:
            uvloop.run(_live(order))
        finally:
            os._exit(0)


def main() -> None:
    """One fork a line."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    warm_up()
    gc.freeze()
    print("ready", flush=True)
    born = []
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            _child(json.loads(line))
        born.append(number)
        print(number, flush=True)
    for number in born:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


if __name__ == "__main__":
    main()
