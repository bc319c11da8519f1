"""From the first word of the bot to the last answer: a steady pace, and what came of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

import typer

from bot.cli.load.crowd import Crowd
from bot.cli.load.listening import ListeningSandbox
from bot.cli.opening import read_playbook
from bot.cli.stopping import Stop
from bot.clock import Clock
from bot.config import read_settings
from bot.sandbox import http_app, listening

COMES_S, LEAVES_S = 600.0, 20.0
"""So long the bot may take to come; so long after the last word an answer is waited for."""
TELLS_S = 10.0


@dataclass(frozen=True)
class Size:
    """How large the crowd is, and how fast; `rate` in reports and presses a second."""

    people: int
    groups: int
    rate: float
    seconds: int
    seed: int


@dataclass(frozen=True)
class Held:
    """What came of it; times in seconds."""

    asked: int
    answered: int
    unanswered: int
    a_second: float
    p50_s: float
    p99_s: float
    slowest_s: float
    refused: dict[int, int]
    waiting: dict[str, int]
    """What was not answered, by its kind."""

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return asdict(self)

    def told(self) -> str:
        """For a person."""
        refused = ", ".join(f"{count} × {status}" for status, count in sorted(self.refused.items())) or "none"
        waiting = ", ".join(f"{count} × {what}" for what, count in sorted(self.waiting.items()))
        return (
            f"asked {self.asked:,} ({self.a_second:.1f} a second), answered {self.answered:,}, "
            f"unanswered {self.unanswered:,}{waiting and f' ({waiting})'}\n"
            f"answer after: half {self.p50_s * 1000:.0f} ms, 99 of 100 {self.p99_s * 1000:.0f} ms, "
            f"slowest {self.slowest_s * 1000:.0f} ms\n"
            f"calls refused: {refused}"
        )


class Course:
    """One run."""

    def __init__(self, size: Size, coordinator: str, *, limits: bool) -> None:
        self._size, self._link = size, coordinator
        self._clock = Clock()
        self._sandbox = ListeningSandbox(self._clock, limits=limits)
        playbook = read_playbook(read_settings())
        self._crowd = Crowd(self._sandbox, playbook, size.people, size.groups, size.seed)

    async def run(self, port: int) -> Held:
        """Waits for a bot, lets the crowd at it, and says what it held. Raises Stop when no bot comes or answers."""
        async with listening(http_app(self._sandbox), port=port) as url:
            _say(f"TELEGRAM_API_URL={url} TELEGRAM_BOT_TOKEN={self._sandbox.token}")
            _say("waiting for `linli run` with these settings")
            try:
                await self._sandbox.until(lambda: self._sandbox.asked_for_updates, COMES_S)
                _say(f"it is here; {self._size.people} people press Start")
                await self._crowd.settle_in(self._link)
            except TimeoutError:
                raise Stop("No bot came, or it does not answer.") from None
            except ValueError as error:
                raise Stop(f"--coordinator: {error}") from None
            held = await self._pace()
            self._sandbox.updates.end_poll("the crowd has gone home")
            return held

    async def _pace(self) -> Held:
        sandbox, size = self._sandbox, self._size
        sandbox.waits.clear()
        sandbox.asked.clear()
        sandbox.took.clear()
        sandbox.refused.clear()
        start = told = self._clock.monotonic()
        asked = 0
        while (now := self._clock.monotonic()) < start + size.seconds:
            if now < start + asked / size.rate or not await self._crowd.act():
                await asyncio.sleep(min(0.01, 1 / size.rate))
                continue
            asked += 1
            await asyncio.sleep(0)
            if now > told + TELLS_S:
                told = now
                _say(f"{now - start:.0f} s: asked {asked:,}, waiting {len(sandbox.waits):,}")
        lasted = self._clock.monotonic() - start
        with suppress(TimeoutError):
            await sandbox.until(lambda: not sandbox.waits, LEAVES_S)
        took = sorted(sandbox.took) or [float("nan")]
        return Held(
            asked,
            len(sandbox.took),
            len(sandbox.waits),
            asked / lasted,
            took[len(took) // 2],
            took[min(len(took) - 1, len(took) * 99 // 100)],
            took[-1],
            dict(sandbox.refused),
            dict(Counter(sandbox.asked.values())),
        )


def _say(line: str) -> None:
    typer.echo(line, err=True)
