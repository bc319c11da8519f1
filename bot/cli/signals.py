"""Stopping when told to: what is on its way may arrive, but not for ever."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Coroutine

DRAIN_S = 8.0
"""What is on its way has so long to arrive."""
LEAVE_S = 9.5
"""A supervisor waits ten seconds before it kills; whatever still hangs then is left behind."""


async def until_told_to_stop(work: Coroutine[None, None, None]) -> None:
    """Runs `work` until SIGTERM or SIGINT comes, which cancel it, or until it ends (or raises) by itself."""
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    working = asyncio.ensure_future(work)
    waiting = asyncio.ensure_future(told.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
        else:
            leave_in(LEAVE_S)
            working.cancel()
            await asyncio.wait({working}, timeout=DRAIN_S)
    finally:
        waiting.cancel()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


def leave_in(seconds: float) -> None:
    """Ends the process then, well, if it has not ended by itself: rows are safe whenever a process ends."""

    def leave() -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)

    timer = threading.Timer(seconds, leave)
    timer.daemon = True
    timer.start()
