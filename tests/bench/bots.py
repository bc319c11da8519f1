"""Bots as processes of their own, started, measured and ended by their number."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

START_S = 60.0
"""So long a bot may take to say its first word on a machine that is busy with others."""
END_S = 15.0


@dataclass
class Bot:
    """A running bot; `report` is what it said of itself at its end."""

    process: asyncio.subprocess.Process
    report: dict[str, Any] = field(default_factory=dict)

    def begin(self) -> None:
        """From now on its work counts."""
        self.process.send_signal(signal.SIGUSR1)


def running(module: str, *arguments: str, **settings: str) -> AbstractAsyncContextManager[Bot]:
    """`python -m module …` while the block lasts, with `settings` added to its environment."""
    return started(sys.executable, "-m", module, *arguments, **settings)


@asynccontextmanager
async def started(*command: str, **settings: str) -> AsyncIterator[Bot]:
    """Any program while the block lasts, with `settings` added to its environment.

    It is asked to end, and killed if it does not; it also ends when this process does, because its standard
    input closes.
    """
    environment: dict[str, str] = {**os.environ, **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs it has it compiled once
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=environment,
    )
    bot = Bot(process)
    try:
        yield bot
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            said, _ = await asyncio.wait_for(process.communicate(), END_S)
            bot.report = _last_object(said)
        except TimeoutError:
            process.kill()
            await process.wait()


def _last_object(said: bytes) -> dict[str, Any]:
    lines = said.decode().strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
