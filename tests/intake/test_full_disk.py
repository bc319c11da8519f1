"""What the disk has no room for waits until it has, is no failed try, and keeps nobody else waiting."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from telegram import Update

from bot.intake.context import BotContext
from bot.storage.database import DatabaseTroubleError
from bot.storage.machinery import InboxState
from bot.storage.sqlite import Connection
from tests.intake.desk import Desk, Handlers

DONE, PENDING = InboxState.DONE, InboxState.PENDING


class Filling(Handlers):
    """Words that begin with 满 want more than there is room for, as long as it is `full`."""

    full = True

    async def on_words(self, update: Update, context: BotContext) -> None:
        """A message."""
        assert update.effective_message is not None
        await super().on_words(update, context)
        if self.full and (update.effective_message.text or "").startswith("满"):
            session = context.uow.session
            await session.flush()
            pages = await session.scalar(text("PRAGMA page_count"))
            await session.execute(text(f"PRAGMA max_page_count={pages}"))
            try:
                await session.execute(text("CREATE TABLE much AS SELECT zeroblob(10000000) AS zeros"))
            finally:
                await session.execute(text("PRAGMA max_page_count=1000000000"))


async def test_what_finds_no_room_is_done_when_there_is_some_however_long_that_takes(desk: Desk) -> None:
    handlers = desk.handlers = Filling()
    await desk.open()
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    await mei.says("满了")
    await mei.says("后来的话")
    await chen.says("别人的话")
    await desk.works_for(120)
    assert await desk.states() == [PENDING, PENDING, DONE]
    assert await desk.done() == {"别人的话"}
    assert [row["attempts"] for row in await desk.stored()] == [0, 0, 0]
    handlers.full = False
    await desk.works_for(11)
    assert await desk.states() == [DONE, DONE, DONE]
    assert await desk.done() == {"满了", "后来的话", "别人的话"}


async def _may_only_read(desk: Desk, switch: str) -> None:
    async with desk.database.writer.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, Connection)
        await raw.cursor().execute(f"PRAGMA query_only={switch}")


async def test_while_nothing_at_all_can_be_written_everything_waits_and_nothing_counts_as_tried(
    desk: Desk,
) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("电梯坏了")
    await _may_only_read(desk, "ON")
    for _ in range(5):
        with pytest.raises(DatabaseTroubleError):
            await desk.works()
        desk.clock.pass_seconds(30)
    await _may_only_read(desk, "OFF")
    await desk.works()
    assert await desk.done() == {"电梯坏了"}
    assert [row["attempts"] for row in await desk.stored()] == [0]
