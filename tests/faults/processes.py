"""The processes of a campaign: the stand-in Telegram, the nursery, and one bot after the other."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path

START_S = 60


async def _spawn(*command: str) -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", *command, stdin=PIPE, stdout=PIPE)


async def _line(process: Process) -> str:
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), START_S)
    assert line, "the process ended"
    return line.decode().strip()


async def _let_go(process: Process) -> None:
    """Both kinds of process end when their standard input closes."""
    assert process.stdin is not None
    process.stdin.close()
    await asyncio.wait_for(process.wait(), 10)


@dataclass
class Telegram:
    """`linli sandbox`, which outlives every bot."""

    process: Process
    url: str
    token: str

    @classmethod
    async def start(cls) -> Telegram:
        """Speed limits lifted, so that a campaign is over soon."""
        process = await _spawn("bot", "sandbox", "--port", "0", "--no-limits")
        url, token = (await _line(process)).split()
        return cls(process, url, token)

    async def stop(self) -> None:
        """Ends it."""
        await _let_go(self.process)


class Nursery:
    """Gives birth to bots and kills them."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._alive: int | None = None

    @classmethod
    async def open(cls) -> Nursery:
        """Ready when everything is imported."""
        process = await _spawn("tests.faults.nursery")
        assert await _line(process) == "ready"
        return cls(process)

    async def birth(
        self,
        telegram: Telegram,
        database: str,
        log: Path,
        *,
        later_s: float | None = None,
        ahead: float = 0.0,
        paced: bool = False,
    ) -> None:
        """A bot starts, whose clock is so many seconds ahead (`later_s`: and its searches go on at once); `paced`: it
        keeps Telegram's speed limits."""
        assert self._process.stdin is not None
        order: dict[str, object] = {
            "url": telegram.url,
            "token": telegram.token,
            "database": database,
            "log": str(log),
            "ahead": ahead,
            "paced": paced,
        }
        order |= {} if later_s is None else {"later_s": later_s}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._alive = int(await _line(self._process))

    def kill(self) -> None:
        """It is dead in the middle of whatever it did."""
        number, self._alive = self._alive, None
        if number is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    def lives(self) -> bool:
        """Whether the last one is alive; it should be, until it is killed."""
        if self._alive is None:
            return False
        try:
            os.kill(self._alive, 0)
        except ProcessLookupError:
            return False
        return True

    async def close(self) -> None:
        """Ends everything."""
        self.kill()
        await _let_go(self._process)
