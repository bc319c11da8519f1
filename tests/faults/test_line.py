"""What a poll may meet: each kind of trouble, one after the other, and then everything is there."""

from __future__ import annotations

import asyncio

import pytest

from bot.clock import Clock
from bot.intake.doorstep import Doorstep
from bot.intake.polling import Poller
from bot.intake.wanted import Wanted
from tests.town import Town

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class _NoPause(Clock):
    """Pauses are noted, and over at once."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """No time at all."""
        self.pauses.append(seconds)
        await asyncio.sleep(0)


async def test_polling_goes_on_through_every_trouble_with_longer_pauses_never_shorter_than_asked(
    town: Town,
) -> None:
    mei = await town.resident("梅阿姨")
    town.sandbox.on_action = None
    for trouble in ("429", "500", "lost", "timeout", "down"):
        town.sandbox.fault("getUpdates", trouble, times=2)
    await mei.says("你好")
    clock, linli = _NoPause(), town.linli
    doorstep = Doorstep(Wanted(linli.bot.id, "linli_bot", bool), linli.worker.accept, linli.database, 0)
    polling = asyncio.create_task(Poller(linli.bot, doorstep, clock).run())
    async with asyncio.timeout(20):
        while len(town.sandbox.updates):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    polling.cancel()
    await asyncio.wait([polling])
    asked = [5, 5]  # what the sandbox's 429 asks for, more than the 2 s and 4 s of our own
    assert clock.pauses == [*asked, 8, 16, 30, 30, 30, 30, 30, 30]
    await town.settle()
    assert mei.chat()[-1].sender.is_bot
