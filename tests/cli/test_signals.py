"""Whoever is told to stop stops, also when something inside will not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from tests.cli.program import ROOT

STUBBORN = """
import asyncio
from bot.cli import signals

signals.DRAIN_S, signals.LEAVE_S = 0.2, 0.6


async def stubborn() -> None:
    print("begun", flush=True)
    while True:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("not yet", flush=True)


asyncio.run(signals.until_told_to_stop(stubborn()))
"""


def test_work_that_cannot_be_cancelled_is_left_behind_in_time_and_the_exit_code_is_0() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", STUBBORN], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        told_at = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert time.monotonic() - told_at < 9
        assert process.stdout.read().startswith("not yet")
