"""PostgreSQL ends connections in the middle of an update: the server's doing is no failed try of the update's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Update

from bot.intake.context import BotContext
from bot.storage.database import DatabaseTroubleError
from bot.storage.excuses import Excuses
from bot.storage.machinery import InboxState
from tests.intake.desk import Desk, Handlers
from tests.postgres import end_connections
from tests.storage.stores import empty_postgres

pytestmark = pytest.mark.postgres


class Cutting(Handlers):
    """While these words are dealt with the server ends every connection, so often."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self.cuts = 0

    async def on_words(self, update: Update, context: BotContext) -> None:
        """A message."""
        if self.cuts:
            self.cuts -= 1
            end_connections(self._url)
        await super().on_words(update, context)


@pytest.fixture
async def desk(migrated_postgres: str) -> AsyncIterator[Desk]:
    """On PostgreSQL; whoever waits there for a second does not."""
    empty_postgres(migrated_postgres)
    desk = Desk(migrated_postgres)
    desk.handlers = Cutting(migrated_postgres)
    await desk.bot.initialize()
    await desk.open()
    yield desk
    await desk.close()


async def _runs_until(desk: Desk, state: InboxState) -> None:
    running = asyncio.create_task(desk.worker.run())
    async with asyncio.timeout(20):
        while not await _is(desk, state):
            desk.clock.pass_seconds(10)
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _is(desk: Desk, state: InboxState) -> bool:
    try:
        return await desk.states() == [state]
    except DatabaseTroubleError:
        return False  # our connection was among those that were ended


async def _said(desk: Desk, *, cuts: int) -> None:
    """An update is there, under which so many connections end."""
    mei = await desk.person("梅阿姨")
    await mei.says("电梯坏了")
    await desk.poller.once()
    assert isinstance(desk.handlers, Cutting)
    desk.handlers.cuts = cuts


async def test_an_update_whose_connection_was_ended_again_and_again_is_done_without_having_been_put_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _said(desk, cuts=Excuses.MOST)
    monkeypatch.setattr(desk.clock, "sleep", lambda _: asyncio.sleep(0))
    await _runs_until(desk, InboxState.DONE)
    [row] = await desk.stored()
    assert row["attempts"] == 0
    assert await desk.done() == {"电梯坏了"}


async def test_an_update_under_which_it_goes_on_for_ever_is_dead_in_the_end_and_stands_in_nobodys_way(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _said(desk, cuts=10**6)
    monkeypatch.setattr(Excuses, "MOST", 1)
    monkeypatch.setattr(desk.clock, "sleep", lambda _: asyncio.sleep(0))
    await _runs_until(desk, InboxState.DEAD)
